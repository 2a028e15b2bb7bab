import type { MetricId } from '../../metrics/catalogue.ts';
import type { Region } from '../../metrics/feed/category-slice.ts';
import type { Origin } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { type FigureColumn, figuresOfRow, numberIn, numbersOf } from './figures-of-row.ts';
import { type Found, findHead } from './head.ts';
import { decide } from './identity.ts';
import { layouts } from './layouts.ts';
import { customsOf, placesByMark, type RegionCustoms } from './regions.ts';
import { roomOfRow } from './room-of-row.ts';
import { type Sheet, type SheetCell, wordsOfCell } from './sheet.ts';

/** What is known of a file beside what stands in it. */
export interface SheetAbout {
  /** Whose LIVEs they are where no creator is named; part of a stand-in's key. */
  readonly owner: string;
  /** As of when its figures are: when the file was read, or last changed where that is known. */
  readonly at: UnixMs;
  /** The shop's region; without it the money's mark decides, where it can. */
  readonly region?: Region | undefined;
}

/**
 * One LIVE of a file, or what is wrong with its row (1 is the sheet's first). `nameless`: the file
 * names no room id, so a stand-in holds its place; such a LIVE counts in distributions, and can't be
 * named as a benchmark.
 */
type ExportRow =
  | { readonly row: number; readonly session: Session; readonly nameless: boolean }
  | { readonly row: number; readonly problem: Text };

export type ReadExport =
  | {
      readonly ok: true;
      readonly layout: string;
      readonly rows: readonly ExportRow[];
      /** Heads whose meaning the rows didn't tell; they are left unread. */
      readonly undecided: readonly string[];
    }
  | { readonly ok: false; readonly problem: Text };

/** Reads the LIVEs of the first sheet that has a known layout. Pure: reading the file is apart. */
export function readSheets(sheets: readonly Sheet[], about: SheetAbout): ReadExport {
  for (const sheet of sheets) {
    const found = findHead(sheet, layouts, about.region);
    if (found === undefined) continue;
    const place = customsOf(about.region ?? regionOf(sheet, found));
    return place === undefined
      ? { ok: false, problem: { key: 'export_no_region' } }
      : readRows(sheet, found, place, about);
  }
  return { ok: false, problem: { key: 'export_unknown_layout' } };
}

function readRows(
  sheet: Sheet,
  { layout, row: headRow, columns }: Found,
  place: RegionCustoms,
  about: SheetAbout,
): ReadExport {
  const origin: Origin = { how: 'file', endpoint: layout.id, at: about.at, summary: true };
  const around = { region: place.region, mark: layout.mark, origin };
  const plain = columns.flatMap(({ column, ...rest }): FigureColumn[] =>
    'metric' in column ? [{ ...rest, metric: column.metric }] : [],
  );
  const rows = sheet
    .slice(headRow + 1)
    .map((cells, place) => ({ cells, row: headRow + 2 + place }));
  const numbers = rows.map(({ cells }) => numbersOf(figuresOfRow(cells, plain, around)));
  const undecided: string[] = [];
  const decided = columns.flatMap(({ column, head, at, currency }): FigureColumn[] => {
    if (!('oneOf' in column)) return [];
    const candidates = column.oneOf.filter((id) => !plain.some(({ metric }) => metric === id));
    const metric = decide(candidates, valuesIn(at, candidates));
    if (metric === undefined) undecided.push(head);
    return metric === undefined ? [] : [{ at, currency, metric }];
  });
  const figureColumns = [...plain, ...decided];
  return {
    ok: true,
    layout: layout.id,
    undecided,
    rows: rows.flatMap(({ cells, row }): ExportRow[] => {
      if (isEmptyOrTotal(cells)) return [];
      const read = roomOfRow(cells, columns, { place, owner: about.owner });
      if (read === undefined) return [{ row, problem: { key: 'export_no_start' } }];
      const figures = figuresOfRow(cells, figureColumns, around);
      const currency = Object.values(figures).find((figure) => 'money' in figure);
      const session: Session = {
        version: 1,
        room: read.room,
        ...(currency !== undefined && 'money' in currency
          ? { currency: currency.money.currency }
          : {}),
        figures,
        comparisons: { market: {}, own: {} },
        origins: { room: origin, figures: origin },
        gaps: [],
      };
      return [{ row, session, nameless: read.nameless }];
    }),
  };

  function valuesIn(at: number, candidates: readonly MetricId[]) {
    const [id] = candidates;
    return rows.flatMap(({ cells }, place) => {
      const value = id === undefined ? undefined : numberIn(cells[at], id, layout.mark);
      return value === undefined ? [] : [{ value, others: numbers[place] ?? {} }];
    });
  }
}

function isEmptyOrTotal(cells: readonly SheetCell[]): boolean {
  const words = cells.map(wordsOfCell).filter((text) => text !== undefined);
  const hasDate = cells.some((cell) => cell instanceof Date);
  return !hasDate && (words.length === 0 || /^(?:grand )?(?:sub)?total/i.test(words[0] ?? ''));
}

/** The region whose money the heads or the first amounts are marked with, if it is but one. */
function regionOf(sheet: Sheet, { row, columns }: Found): Region | undefined {
  const amounts = columns.flatMap(({ at }) =>
    sheet.slice(row, row + 20).map((cells) => wordsOfCell(cells[at]) ?? ''),
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
