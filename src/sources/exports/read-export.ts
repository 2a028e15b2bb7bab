import type { Text } from '../../metrics/text.ts';
import { readDelimitedText } from './delimited-text.ts';
import { fileKind } from './file-kind.ts';
import { findHead, strangeHeads } from './head.ts';
import { layouts } from './layouts.ts';
import { otherExportIn } from './other-exports.ts';
import { type HearShare, shareWithin } from './progress.ts';
import { regionOf } from './region-of-sheet.ts';
import { customsOf } from './regions.ts';
import { type ExportRow, readLives, type SheetAbout, type SheetLives } from './rows-to-lives.ts';
import type { Sheet } from './sheet.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/** Files of Seller Center stay far below. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** What a file holds of LIVEs, sheet after sheet. */
interface LivesOfFile extends SheetLives {
  readonly ok: true;
  /** Of the first sheet with LIVEs. */
  readonly layout: string;
  /** Names of sheets that LIVEs were read from though the seller doesn't see them. */
  readonly hiddenSheets: readonly string[];
}

export type ReadExport =
  | LivesOfFile
  | {
      readonly ok: false;
      readonly problem: Text;
      /** What the seller can say for the file to be read after all. */
      readonly asks?: 'region' | 'day-order';
    };

/**
 * Reads an export file of Seller Center (.xlsx, .csv), in Node as in a worker of a page: every sheet
 * with LIVEs, and of every row that isn't read why. Never throws.
 *
 * @param hear how much of it is read, as far as can be told
 */
export async function readExport(
  bytes: Uint8Array,
  about: SheetAbout,
  hear: HearShare = () => undefined,
): Promise<ReadExport> {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: { key: 'export_too_large' } };
  const kind = fileKind(bytes);
  if (kind.is === 'other') return { ok: false, problem: kind.problem };
  if (kind.is === 'text') return readSheets([readDelimitedText(bytes)], about, hear);
  const workbook = readWorkbook(bytes);
  return workbook.ok ? readSheets(workbook.sheets, about, hear) : workbook;
}

function readSheets(sheets: readonly Sheet[], about: SheetAbout, hear: HearShare): ReadExport {
  const withLives = sheets.flatMap((sheet) => {
    const found = findHead(sheet, layouts, about.region);
    return found === undefined ? [] : [{ sheet, found }];
  });
  const [first] = withLives;
  if (first === undefined)
    return { ok: false, problem: otherExportIn(sheets) ?? unknownLayout(sheets) };
  const read: SheetLives[] = [];
  for (const [nth, { sheet, found }] of withLives.entries()) {
    const place = customsOf(about.region ?? regionOf(sheet, found));
    if (place === undefined)
      return { ok: false, problem: { key: 'export_no_region' }, asks: 'region' };
    const part = shareWithin(hear, nth / withLives.length, (nth + 1) / withLives.length);
    const lives = readLives(sheet, found, { place, about, hear: part });
    if (lives === 'ambiguous')
      return { ok: false, problem: { key: 'export_day_order' }, asks: 'day-order' };
    read.push(lives);
  }
  return {
    ok: true,
    layout: first.found.layout.id,
    hiddenSheets: withLives.flatMap(({ sheet: { hidden, name } }) => (hidden ? (name ?? []) : [])),
    rows: oneEach(read.flatMap(({ rows }) => rows)),
    read: unique(read, 'read'),
    undecided: unique(read, 'undecided'),
    unread: unique(read, 'unread'),
    unreadCells: read.flatMap(({ unreadCells }) => unreadCells),
  };
}

/** Names of columns that are said of a file that isn't known; the first ones tell which file it is. */
const HEADS_SAID = 12;

function unknownLayout(sheets: readonly Sheet[]): Text {
  const heads = strangeHeads(sheets, layouts);
  if (heads.length === 0) return { key: 'export_unknown_layout' };
  const said = [...heads.slice(0, HEADS_SAID), ...(heads.length > HEADS_SAID ? ['…'] : [])];
  return {
    key: 'export_unknown_heads',
    values: { columns: { kind: 'text', text: said.join(', ') } },
  };
}

/** Of rows that are the same in everything, on one sheet or on two, the first one counts. */
function oneEach(rows: readonly ExportRow[]): readonly ExportRow[] {
  const seen = new Set<string>();
  return rows.map((row): ExportRow => {
    if ('problem' in row) return row;
    const { session, nameless: _nameless, ...at } = row;
    const same = JSON.stringify([session.room, session.figures]);
    if (seen.has(same)) return { ...at, problem: { key: 'export_twice' } };
    seen.add(same);
    return row;
  });
}

function unique(read: readonly SheetLives[], of: 'read' | 'undecided' | 'unread'): string[] {
  return [...new Set(read.flatMap((lives) => lives[of]))];
}
