import { relative } from 'node:path';
import type { TerminalKey, TerminalText, TerminalValue } from '../text.ts';
import type { Built } from './build/build.ts';
import { type TooSmall, tooSmall } from './build/minimums.ts';
import { type LeftOutReason, leftOutReasons } from './lives/row.ts';
import type { SourceFile } from './lives/task.ts';
import type { FeedOptions } from './options.ts';

/** Lines of one kind that are shown; the rest is counted. */
const SHOWN = 10;

const leftOutSentences = {
  running: 'cli_feed_left_running',
  notFinal: 'cli_feed_left_notFinal',
  noStart: 'cli_feed_left_noStart',
  noLength: 'cli_feed_left_noLength',
  short: 'cli_feed_left_short',
  long: 'cli_feed_left_long',
  notSelling: 'cli_feed_left_notSelling',
  ahead: 'cli_feed_left_ahead',
  noRegion: 'cli_feed_left_noRegion',
  noCategory: 'cli_feed_left_noCategory',
} as const satisfies Record<LeftOutReason, TerminalKey>;

const smallSentences = {
  fewShops: 'cli_feed_small_fewShops',
  fewLives: 'cli_feed_small_fewLives',
  oneShop: 'cli_feed_small_oneShop',
  fewChanges: 'cli_feed_small_fewChanges',
  lateSessions: 'cli_feed_small_lateSessions',
} as const satisfies Record<TooSmall, TerminalKey>;

/** What was built, and what was left out and why. */
export function feedSummary(
  built: Built,
  files: readonly SourceFile[],
  options: FeedOptions,
): readonly TerminalText[] {
  const sum = (read: (tally: Built['tallies'][number]) => number): number =>
    built.tallies.reduce((total, tally) => total + read(tally), 0);
  const twice = built.rows - built.dropped - built.lives;
  const sessions = sum((tally) => tally.sessions);
  return [
    options.parquet === undefined
      ? counted('cli_feed_read', sessions, { files: count(files.length) })
      : counted('cli_feed_rows_read', built.rows, { place: plain(options.parquet) }),
    ...problemsOf(built, files),
    ...leftOutReasons.flatMap((reason) =>
      some(
        leftOutSentences[reason],
        sum((tally) => tally.leftOut[reason] ?? 0),
      ),
    ),
    ...some(
      'cli_feed_absurd',
      sum((tally) => tally.absurd),
    ),
    ...some('cli_feed_dropped', built.dropped),
    ...some('cli_feed_twice', twice),
    ...some('cli_feed_kept', built.kept),
    ...notWrittenOf(built, options),
    ...tooSmall.flatMap((why) =>
      some('cli_feed_metrics', built.metricsLeftOut[why] ?? 0, {
        why: { kind: 'phrase', phrase: whySmall(why, options) },
      }),
    ),
    ...writtenOf(built, options),
  ];
}

/** Why nothing is built of LIVEs of TikTok's Open API, and the files that hold them, or how many rows are of them. */
export function unconfirmedSummary(
  files: readonly SourceFile[] | number,
  { parquet = '' }: FeedOptions,
): readonly TerminalText[] {
  if (typeof files === 'number')
    return [counted('cli_feed_unconfirmed_rows', files, { place: plain(parquet) })];
  const named = files.map(
    ({ path }): TerminalText => ({
      key: 'cli_feed_unconfirmed_file',
      values: { file: plain(relative(process.cwd(), path)) },
    }),
  );
  return [counted('cli_feed_unconfirmed', files.length), ...shortened(named, files.length)];
}

function writtenOf({ slices, rooms, simulated }: Built, options: FeedOptions): TerminalText[] {
  if (slices === 0) return [{ key: 'cli_feed_nothing' }];
  const named = options['all-agreed'] || options.names.length > 0;
  return [
    counted('cli_feed_written', slices, { rooms: count(rooms), out: plain(options.out) }),
    ...(named || options.rooms === 0 ? [] : [{ key: 'cli_feed_no_rooms' } as const]),
    ...(simulated ? [{ key: 'cli_feed_simulated' } as const] : []),
  ];
}

function problemsOf({ tallies, tasks }: Built, files: readonly SourceFile[]): TerminalText[] {
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0);
  if (failed === 0) return [];
  const before = linesBefore({ tallies, tasks });
  const named = tallies.flatMap(({ problems }, task) =>
    problems.map(({ file, line, text }): TerminalText => {
      const path = relative(process.cwd(), files[file]?.path ?? '');
      const at = line === 0 ? path : `${path}:${line + (before.get(`${task} ${file}`) ?? 0)}`;
      return {
        key: 'cli_feed_problem',
        values: { place: plain(at), problem: { kind: 'phrase', phrase: text } },
      };
    }),
  );
  return [counted('cli_feed_failed', failed), ...shortened(named, failed)];
}

/** Lines of a file that earlier tasks read, by task and file: each task counts its own from 1. */
function linesBefore({ tallies, tasks }: Pick<Built, 'tallies' | 'tasks'>): Map<string, number> {
  const before = new Map<string, number>();
  const sofar = new Map<number, number>();
  for (const [place, { stretches }] of tasks.entries()) {
    for (const [nth, { file }] of stretches.entries()) {
      const lines = sofar.get(file.place) ?? 0;
      before.set(`${place} ${file.place}`, lines);
      sofar.set(file.place, lines + (tallies[place]?.lines[nth] ?? 0));
    }
  }
  return before;
}

function notWrittenOf({ notWritten }: Built, options: FeedOptions): TerminalText[] {
  if (notWritten.length === 0) return [];
  const lines = notWritten.map(
    ({ region, category, day, why }): TerminalText => ({
      key: 'cli_feed_problem',
      values: {
        place: plain(`${region} ${category} ${day}`),
        problem: { kind: 'phrase', phrase: whySmall(why, options) },
      },
    }),
  );
  return [counted('cli_feed_not_written', lines.length), ...shortened(lines, lines.length)];
}

function whySmall(why: TooSmall, options: FeedOptions): TerminalText {
  return {
    key: smallSentences[why],
    values: {
      shops: count(options['min-shops']),
      lives: count(options['min-lives']),
      share: { kind: 'percent', value: options['max-share'] },
    },
  };
}

function shortened(lines: readonly TerminalText[], total: number): TerminalText[] {
  const shown = lines.slice(0, SHOWN);
  return total > shown.length
    ? [...shown, { key: 'cli_feed_more', values: { more: count(total - shown.length) } }]
    : shown;
}

function some(
  key: TerminalKey,
  value: number,
  values: Record<string, TerminalValue> = {},
): TerminalText[] {
  return value === 0 ? [] : [counted(key, value, values)];
}

function counted(
  key: TerminalKey,
  value: number,
  values: Record<string, TerminalValue> = {},
): TerminalText {
  return { key, values: { count: count(value), ...values } };
}

const count = (value: number): TerminalValue => ({ kind: 'count', value });
const plain = (text: string): TerminalValue => ({ kind: 'text', text });
