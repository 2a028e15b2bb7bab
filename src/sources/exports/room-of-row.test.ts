import { describe, expect, it } from 'vitest';
import { placesByMark } from './regions.ts';
import { settleRoomColumns } from './room-columns.ts';
import { roomOfRow } from './room-of-row.ts';
import type { SheetCell } from './sheet.ts';

const heads = ['creator-id', 'creator-handle', 'creator-name', 'start'] as const;
const columns = heads.map((is, at) => ({
  column: { is },
  head: is,
  written: is,
  at,
  currency: undefined,
}));
const [place] = placesByMark('RM');

function accountIn(id: SheetCell, creator: SheetCell, nickname: SheetCell) {
  if (place === undefined) throw new Error('RM is no mark of money');
  const cells = [id, creator, nickname, '2026/04/18/ 22:14'];
  const settled = settleRoomColumns(columns, [{ row: 1, cells }], {
    dayOrder: undefined,
    to: Date.UTC(2026, 11, 1),
    period: undefined,
  });
  if (settled === 'ambiguous') throw new Error('the date has its year first');
  const { accountId, accountHandle } = roomOfRow(cells, settled, { place, owner: 'x' })?.room ?? {};
  return [accountId, accountHandle];
}

describe('the account of a row', () => {
  it('is its id and its handle, whichever of the two columns the handle stands in', () => {
    const account = ['7000111', 'kedai.satu'];
    expect(accountIn('7000111', 'Kedai.Satu', 'Kedai Satu')).toEqual(account);
    expect(accountIn('7000111', 'Kedai Satu', 'kedai.satu')).toEqual(account);
  });

  it('has no id where the file holds a rounded number in its place', () => {
    expect(accountIn(7.00011122233344e18, 'kedai.satu', '')).toEqual([undefined, 'kedai.satu']);
    expect(accountIn('7.00011122233344E+018', 'Kedai Satu', '--')).toEqual([undefined, undefined]);
  });
});
