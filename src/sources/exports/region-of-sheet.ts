import type { Region } from '../../metrics/feed/category-slice.ts';
import type { Found } from './head.ts';
import { placesByMark } from './regions.ts';
import { type Sheet, wordsOfCell } from './sheet.ts';

/** The region whose money the heads or the first amounts are marked with, if it is but one. */
export function regionOf(sheet: Sheet, { place, columns }: Found): Region | undefined {
  const amounts = columns.flatMap(({ at }) =>
    sheet.rows.slice(place, place + 20).map(({ cells }) => wordsOfCell(cells[at]) ?? ''),
  );
  for (const text of amounts) {
    const mark =
      /[(（]([^()（）\s]{1,4})[)）]\s*$/.exec(text)?.[1] ??
      /^([^\d\s]{1,3})\s?\d|\d\s?([^\d\s%]{1,3})$/.exec(text)?.slice(1).find(Boolean);
    const places = mark === undefined ? [] : placesByMark(mark);
    if (places.length === 1) return places[0]?.region;
  }
  return undefined;
}
