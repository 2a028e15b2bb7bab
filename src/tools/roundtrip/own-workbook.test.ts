import { describe, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import {
  type DataTable,
  numberCell,
  type TypedCell,
  wordsCell,
} from '../../panel/download/cell.ts';
import { writeWorkbook } from '../../panel/download/workbook/write-workbook.ts';
import { compareCells, englishOf } from './own-workbook.ts';

const tablesOf = (...rows: TypedCell[][]) => {
  const table: DataTable = { id: 'products', title: 'Products', head: [{ name: 'Name' }], rows };
  return { tables: [table], zone: { offset: seconds(0) } };
};
const saved = (...rows: TypedCell[][]): Uint8Array => writeWorkbook(tablesOf(...rows), englishOf());

describe('a workbook that another program saved', () => {
  const row = [wordsCell('Mask'), numberCell('count', 12), undefined];
  const own = { name: 'own', tables: tablesOf(row), bytes: saved(row) };

  it('is equal where every cell is, a blank one too', () => {
    expect(compareCells(own, own.bytes)).toEqual({ equal: 3, different: [] });
  });

  it.each([
    ['a number', [wordsCell('Mask'), numberCell('count', 12.001), undefined]],
    ['a word', [wordsCell('Masks'), numberCell('count', 12), undefined]],
    [
      'a blank that was filled',
      [wordsCell('Mask'), numberCell('count', 12), numberCell('count', 0)],
    ],
    ['a figure that is gone', [wordsCell('Mask')]],
  ])('is told where it differs: %s', (_, other) => {
    const { equal, different } = compareCells(own, saved(other));
    expect([equal, different.length]).toEqual([2, 1]);
  });

  it('is told where it can’t be read', () => {
    expect(compareCells(own, new Uint8Array(9)).different).toEqual(['own: it can’t be read']);
  });
});
