import type { ImportId } from '../../metrics/imports.ts';
import { useApp } from '../state/app.ts';
import type { ImportStore } from '../state/import-store.ts';
import { readArchive } from '../state/read-archive.ts';

/** Undoes an import; where the LIVE in view went with it, the latest of those that are left is shown. */
export function useUndo(store: ImportStore): (id: ImportId) => Promise<void> {
  const app = useApp();
  return async (id) => {
    await store.undo(id);
    const room = app.room.view.peek().id;
    if (room === undefined || app.settings.settings.peek().sample) return;
    const left = await readArchive(app.ports, 'shop', (archive) => archive.room(room));
    if (!left.ok || left.value !== undefined || app.room.view.peek().id !== room) return;
    app.room.clear();
    await app.start(location.href);
  };
}
