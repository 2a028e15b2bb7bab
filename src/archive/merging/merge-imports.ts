import * as v from 'valibot';
import { type ImportId, ImportRecordSchema } from '../../metrics/imports.ts';
import { put, reading, readOrQuarantine, writing } from '../transactions.ts';
import type { MergedPair } from './merged-pair.ts';

/**
 * Every import of either archive; one that was taken back in either is taken back. Answers those that
 * were taken back here.
 */
export async function mergeImports({ base, here }: MergedPair): Promise<ReadonlySet<ImportId>> {
  const records = await reading(here, (database) => database.getAll('imports'));
  const known = records.flatMap((record) => {
    const read = v.safeParse(ImportRecordSchema, record);
    return read.success ? [read.output] : [];
  });
  await writing(base, ['imports', 'staged'], async (transaction) => {
    // Rows that waited for a word when the snapshot was taken wait no longer.
    await transaction.objectStore('staged').clear();
    for (const record of known) {
      const there = await readOrQuarantine(transaction, 'imports', record.id, ImportRecordSchema);
      const undone = record.undone ?? there?.undone;
      const merged = { ...record, ...(undone === undefined ? {} : { undone }) };
      await put(transaction, 'imports', merged, ImportRecordSchema);
    }
  });
  return new Set(known.filter(({ undone }) => undone !== undefined).map(({ id }) => id));
}
