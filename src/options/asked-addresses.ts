import type { LedgerEntry } from '../platform/ledger-entry.ts';

/** What was asked of one address. */
export interface AskedAddress {
  readonly host: string;
  readonly path: string;
  /** Its requests, in the order in which all of them were given. */
  readonly entries: readonly [LedgerEntry, ...LedgerEntry[]];
}

/** The requests by the address they asked; addresses in the order of their first requests. */
export function byAddress(entries: readonly LedgerEntry[]): readonly AskedAddress[] {
  const asked = new Map<string, AskedAddress>();
  for (const entry of entries) {
    const { host, path } = entry;
    const before = asked.get(`${host}${path}`)?.entries;
    asked.set(`${host}${path}`, {
      host,
      path,
      entries: before === undefined ? [entry] : [...before, entry],
    });
  }
  return [...asked.values()];
}
