import * as v from 'valibot';
import { LEDGER_LENGTH, type LedgerEntry, LedgerEntrySchema } from '../../platform/ledger-entry.ts';
import { put, reading, writing } from '../transactions.ts';
import type { MergedPair } from './merged-pair.ts';

/** The feeds of both, with the word of here where both have one; the requests of both; what could not be read. */
export async function mergeFeedsAndLog({ base, here }: MergedPair): Promise<void> {
  const [feeds, slices, ledger, broken] = await reading(here, (database) =>
    Promise.all([
      database.getAll('feeds'),
      database.getAll('slices'),
      database.getAll('ledger'),
      database.getAll('broken'),
    ]),
  );
  await writing(base, ['feeds', 'slices', 'ledger'], async (transaction) => {
    await Promise.all([
      ...feeds.map((record) => transaction.objectStore('feeds').put(record)),
      ...slices.map((record) => transaction.objectStore('slices').put(record)),
    ]);
    const log = transaction.objectStore('ledger');
    const entries = merged(await log.getAll(), ledger);
    await log.clear();
    for (const entry of entries) await put(transaction, 'ledger', entry, LedgerEntrySchema);
    const aside = transaction.objectStore('broken');
    const known = new Set((await aside.getAll()).map((record) => JSON.stringify(record)));
    const more = broken.filter((record) => !known.has(JSON.stringify(record)));
    await Promise.all(more.map((record) => aside.add(record)));
  });
}

/** The last requests of both, oldest first, each once. */
function merged(...logs: readonly (readonly unknown[])[]): readonly LedgerEntry[] {
  const byText = new Map<string, LedgerEntry>();
  for (const record of logs.flat()) {
    const read = v.safeParse(LedgerEntrySchema, record);
    if (read.success) byText.set(JSON.stringify(read.output), read.output);
  }
  return [...byText.values()].sort((one, other) => one.at - other.at).slice(-LEDGER_LENGTH);
}
