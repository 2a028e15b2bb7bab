import { useEffect } from 'preact/hooks';
import type { RoomId } from '../../metrics/ids.ts';
import { useApp } from '../state/app.ts';
import type { Ports } from '../state/ports.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';

/** One for each panel; made when notes are first shown, as they come after the panel itself. */
const stores = new WeakMap<Ports, NoteStore>();

/** The notes, those of a LIVE read. */
export function useNotes(room: RoomId): NoteStore {
  const { ports, which: whose } = useApp();
  const which = whose();
  const known = stores.get(ports);
  const store = known ?? createNoteStore(ports);
  if (known === undefined) {
    stores.set(ports, store);
    addEventListener('pagehide', store.leave);
  }
  useEffect(() => {
    void store.read(which, room);
  }, [store, which, room]);
  return store;
}
