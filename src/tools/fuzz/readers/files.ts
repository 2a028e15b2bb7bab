import fc from 'fast-check';
import * as v from 'valibot';
import { rowOf } from '../../../cli/feed/lives/row.ts';
import { readNeeded, readWhole } from '../../../cli/feed/lives/session-text.ts';
import { parseSessionJson, sessionProblem } from '../../../cli/session-problem.ts';
import capturedLive from '../../../diagnosis/fixtures/captured-live.json' with { type: 'json' };
import { RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { ImportedLiveSchema } from '../../../metrics/imports.ts';
import type { Session } from '../../../metrics/session.ts';
import { seconds, unixMs } from '../../../metrics/time.ts';
import { durationOf } from '../../../sources/exports/cells/duration.ts';
import { clockReading, instantOfCell } from '../../../sources/exports/cells/instant.ts';
import { moneyOfCell } from '../../../sources/exports/cells/money.ts';
import { countOf, decimalOf, shareOf } from '../../../sources/exports/cells/number.ts';
import { type ReadExport, readExport } from '../../../sources/exports/read-export.ts';
import { randomOf } from '../../../sources/sample/random.ts';
import { readGivenFile } from '../../../sources/saved-live.ts';
import { SessionFileSchema } from '../../../sources/session-file.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk } from '../junk.ts';
import { madeTables } from '../made-tables.ts';
import { leavesOf, newIn } from '../malformed-field.ts';
import { exportFileOf, spoiltFile } from '../spoilt-file.ts';
import { spoiltText } from '../spoilt-text.ts';
import { placeIn, spoilt, valueIn, wayDown, withValue } from '../spoilt-value.ts';
import { kindOf, wrongKinds } from '../wrong-kind.ts';

const exportsFolder = 'sources/exports';
const NOW = unixMs(Date.parse('2026-12-01T00:00:00Z'));
const about = { owner: 'fuzz', at: NOW };

const savedLive: unknown = capturedLive;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const noTable = { region: undefined, cells: [], figures: [] };

/** What stands in cells where a figure was to be, in none of which a number can be read wherever a shop is. */
const noFigures = [
  ...['many', 'NaN', 'Infinity', '12abc', '0x1F', '#REF!', '=1+1', '٣٤', '1_000', '12%%', '1e999'],
  ...['1.2.3,4', '--5', '', '-', 'N/A', '2026-02-30 25:61', '99:99:99', 'constructor', '\u202e12'],
];

/** What the archive would refuse of a file's rows. */
function refusedOf(read: ReadExport): string | undefined {
  if (!read.ok) return undefined;
  for (const row of read.rows) {
    if ('problem' in row) continue;
    const kept = v.safeParse(ImportedLiveSchema, { file: 'fuzz', ...row });
    if (!kept.success) return `not to be stored: ${v.summarize(kept.issues)}`;
  }
  return undefined;
}

const sessionsIn = (read: ReadExport): readonly Session[] =>
  read.ok ? read.rows.flatMap((row) => ('session' in row ? row.session : [])) : [];

const cell = fc.oneof(
  spoiltText(
    fc.constantFrom(
      ...['30,329,959.79₫', 'R$ 1.686,71', '$19.56', '1.21E8', '12.5%', '3h00m', '1h 40min'],
      ...['2 jam 5 menit', '04:00:20', '2026-07-01 19:30:00', '7/1/2026 6:30 PM', '46170.8125'],
    ),
  ),
  junk.map((value) => (typeof value === 'number' ? value : String(value))),
);

export const fileReaders = [
  fuzzed({
    name: 'export files, spoilt',
    reads: [
      'cells/money.ts',
      'delimited-text.ts',
      'file-kind.ts',
      'read-export.ts',
      'workbook/read-workbook.ts',
      'workbook/walk-xml.ts',
    ].map((name) => `${exportsFolder}/${name}`),
    share: 6,
    inputs: fc
      .record({ table: fc.nat(madeTables.length - 1), seed: fc.nat() })
      .map(({ table, seed }) => {
        const { region, cells } = madeTables[table] ?? noTable;
        return { table, seed, region, file: spoiltFile(cells, randomOf('fuzz', seed)) };
      }),
    read: ({ region, file }) => readExport(file, { ...about, region }),
    wrong: refusedOf,
  }),
  fuzzed({
    name: 'export files with a malformed cell',
    reads: ['settled-columns.ts', 'rows-to-lives.ts'].map((name) => `${exportsFolder}/${name}`),
    share: 5,
    inputs: fc.record({
      table: fc.nat(madeTables.length - 1),
      place: fc.nat(),
      by: fc.constantFrom(...noFigures),
      isText: fc.boolean(),
    }),
    read: async ({ table, place, by, isText }) => {
      const { region, cells, figures } = madeTables[table] ?? noTable;
      const at = figures[place % Math.max(1, figures.length)];
      const other = cells.map((row, nth) => (at?.row === nth ? row.with(at.column, by) : row));
      return Promise.all(
        [cells, other].map((one) => readExport(exportFileOf(one, isText), { ...about, region })),
      );
    },
    wrong: ([before, after]) =>
      before && after && newIn(leavesOf(sessionsIn(after)), leavesOf(sessionsIn(before))),
  }),
  fuzzed({
    name: 'cells of exports',
    reads: ['instant', 'duration', 'money', 'number'].map(
      (name) => `${exportsFolder}/cells/${name}.ts`,
    ),
    share: 6,
    inputs: fc.record({ cell, mark: fc.constantFrom('.' as const, ',' as const) }),
    read: ({ cell: given, mark }) => ({
      instant: instantOfCell(given, { offset: seconds(25_200) }, 'day-first'),
      clock: clockReading(given),
      length: durationOf(given),
      money: moneyOfCell(given, undefined, v.parse(RegionSchema, 'VN'), mark),
      numbers: [countOf(given, mark), shareOf(given, mark)],
      decimal: decimalOf(given, mark),
    }),
    wrong: ({ length, money, numbers, decimal }) => {
      const amounts = [money?.amount, decimal].flatMap((text) =>
        text === undefined ? [] : Number(text),
      );
      const read = [length, ...numbers, ...amounts].filter((one) => one !== undefined);
      return read.every(Number.isFinite) ? undefined : `read ${read.join(', ')}`;
    },
  }),
  fuzzed({
    name: 'saved LIVEs',
    reads: ['sources/saved-live.ts', 'sources/session-file.ts'],
    share: 4,
    inputs: fc.oneof(
      spoilt(fc.constant(savedLive)).map((value) => JSON.stringify(value) ?? ''),
      spoiltText(spoilt(fc.constant(savedLive)).map((value) => JSON.stringify(value) ?? '')),
      // One LIVE a line, as the Open API's are kept.
      fc
        .array(spoilt(fc.constant(savedLive)), { minLength: 2, maxLength: 3 })
        .map((lives) => [savedLive, ...lives].map((one) => JSON.stringify(one) ?? '').join('\n')),
    ),
    read: (text) => readGivenFile(utf8(text), about),
    wrong: refusedOf,
  }),
  fuzzed({
    name: 'saved LIVEs with a malformed field',
    reads: ['sources/saved-live.ts', 'metrics/session.ts', 'metrics/figure.ts', 'metrics/money.ts'],
    share: 5,
    inputs: fc.record({ down: wayDown, by: wrongKinds }),
    read: async ({ down, by }) => {
      const path = placeIn(savedLive, down);
      const kind = kindOf(valueIn(savedLive, path));
      // Of ids and addresses a file may hold any text.
      const isText = kind !== 'number' && kind !== undefined && typeof by[kind] === 'string';
      const isLeft = kind === undefined || (isText && kind !== 'list' && kind !== 'object');
      const other = isLeft ? savedLive : withValue(savedLive, path, by[kind]);
      return Promise.all(
        [savedLive, other].map((one) => readGivenFile(utf8(JSON.stringify(one)), about)),
      );
    },
    wrong: ([before, after]) =>
      before && after && newIn(leavesOf(sessionsIn(after)), leavesOf(sessionsIn(before))),
  }),
  fuzzed({
    name: 'session files of the terminal',
    reads: [
      'cli/feed/lives/row.ts',
      'cli/session-problem.ts',
      'cli/feed/lives/session-text.ts',
      'sources/session-file.ts',
    ],
    share: 3,
    inputs: fc.oneof(
      spoilt(fc.constant(savedLive)).map((value) => JSON.stringify(value) ?? ''),
      spoiltText(fc.constant(JSON.stringify(savedLive))),
    ),
    read: (text) => {
      const parsed = parseSessionJson(text);
      const read = parsed.ok ? v.safeParse(SessionFileSchema, parsed.data) : undefined;
      const problem = read?.success === false ? sessionProblem(read.issues[0]) : undefined;
      const [needed, whole] = [readNeeded(text), readWhole(text)];
      const row = whole.ok
        ? rowOf(whole.value.session, { owner: 'fuzz', now: NOW / 1000 })
        : undefined;
      return { read, problem, needed, whole, row };
    },
    wrong: ({ read, needed, whole, row }) => {
      if (
        typeof row === 'object' &&
        !row.figures.every((one) => one === undefined || Number.isFinite(one))
      )
        return 'a row whose figures are none';
      if (whole.ok && !needed.ok) return 'the whole is read, and what is needed of it is not';
      return read?.success === true && !whole.ok
        ? 'a file is read one way and not the other'
        : undefined;
    },
  }),
];
