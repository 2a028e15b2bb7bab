import { describe, expect, it } from 'vitest';
import { unixMs } from '../metrics/time.ts';
import type { LedgerEntry } from '../platform/ledger-entry.ts';
import { byAddress } from './asked-addresses.ts';

const entry = (at: number, path: string, host = 'seller.example'): LedgerEntry => ({
  at: unixMs(at),
  host,
  path,
  via: 'tab',
  outcome: '200',
});

describe('the requests of the ledger', () => {
  it('stand together by address, the address that was asked last first', () => {
    const all = [entry(4, '/b'), entry(3, '/a'), entry(2, '/b'), entry(1, '/b', 'other.example')];
    expect(
      byAddress(all).map(({ host, path, entries }) => [host + path, entries.map(({ at }) => at)]),
    ).toEqual([
      ['seller.example/b', [4, 2]],
      ['seller.example/a', [3]],
      ['other.example/b', [1]],
    ]);
  });

  it('are none where none was made', () => {
    expect(byAddress([])).toEqual([]);
  });
});
