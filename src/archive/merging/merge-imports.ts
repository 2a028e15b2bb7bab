import { type ImportId, ImportRecordSchema } from '../../metrics/imports.ts';
import { put, reading, writing } from '../transactions.ts';
import { validOf } from '../valid-records.ts';
import type { MergedPair } from './merged-pair.ts';

/** Every import of either archive, of one that both have what became of it here. Answers those that were taken back here. */
export async function mergeImports({ base, here }: MergedPair): Promise<ReadonlySet<ImportId>> {
  const records = await reading(here, (database) => database.getAll('imports'));
  const known = validOf(records, ImportRecordSchema);
  await writing(base, ['imports', 'staged'], async (transaction) => {
    // Rows that waited for a word when the snapshot was taken wait no longer.
    await transaction.objectStore('staged').clear();
    for (const record of known) await put(transaction, 'imports', record, ImportRecordSchema);
  });
  return new Set(known.filter(({ undone }) => undone !== undefined).map(({ id }) => id));
}
