import { useEffect } from 'preact/hooks';
import type { RoomId } from '../../metrics/ids.ts';
import { whyUnreached } from '../replay/hosts.ts';
import { useApp } from '../state/app.ts';
import type { Ports } from '../state/ports.ts';
import { createMeasuringStore, type MeasuringStore } from './measuring-store.ts';
import { beginMeasuringThread } from './measuring-thread.ts';

/** One for each panel: measuring goes on when the window that it was begun in is closed. */
const stores = new WeakMap<Ports, MeasuringStore>();

/** The measuring of recordings, what is kept of a LIVE's read. */
export function useMeasuring(room: RoomId): MeasuringStore {
  const { ports, which: whose } = useApp();
  const which = whose();
  const store =
    stores.get(ports) ?? createMeasuringStore(ports, beginMeasuringThread, whyUnreached);
  stores.set(ports, store);
  useEffect(() => {
    void store.read(which, room);
  }, [store, which, room]);
  return store;
}
