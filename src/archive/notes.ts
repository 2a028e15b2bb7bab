import { isEditConflict } from '../metrics/board/edit-conflict.ts';
import { failed, fault, ok } from '../metrics/fault.ts';
import { byMoment, NoteSchema } from '../metrics/note.ts';
import type { Connection } from './connection.ts';
import { tell } from './news.ts';
import { parseOrQuarantine, put, reading, readOrQuarantine, writing } from './transactions.ts';
import type { Notes } from './types.ts';

/** The notes of an archive. A change is one transaction, which the browser runs alone. */
export function notes(connection: Connection): Notes {
  return {
    async notes(room) {
      const records = await reading(connection, async (database) => {
        const { store } = database.transaction('notes');
        const values = await (room === undefined
          ? store.getAll()
          : store.index('room').getAll(room));
        const keys = await (room === undefined
          ? store.getAllKeys()
          : store.index('room').getAllKeys(room));
        return keys.map((key, place) => ({ key, value: values[place] }));
      });
      const read = await parseOrQuarantine(connection, 'notes', records, NoteSchema);
      return read.sort(byMoment);
    },

    async keepNote(note) {
      const stands = await writing(connection, ['notes'], async (transaction) => {
        const known = await readOrQuarantine(transaction, 'notes', note.id, NoteSchema);
        if (known === undefined) await put(transaction, 'notes', note, NoteSchema);
        return known ?? note;
      });
      tell({ kind: 'notes' });
      return stands;
    },

    async changeNote(id, words, at, began) {
      const changed = await writing(connection, ['notes'], async (transaction) => {
        const known = await readOrQuarantine(transaction, 'notes', id, NoteSchema);
        if (known === undefined) return ok(undefined);
        if (isEditConflict(known.words, began, words)) return failed(fault('changed-meanwhile'));
        const note = { ...known, words, changedAt: at };
        await put(transaction, 'notes', note, NoteSchema);
        return ok(note);
      });
      tell({ kind: 'notes' });
      return changed;
    },

    async dropNote(id) {
      await writing(connection, ['notes'], (transaction) =>
        transaction.objectStore('notes').delete(id),
      );
      tell({ kind: 'notes' });
    },
  };
}
