import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { isAddress } from '../../metrics/address.ts';
import { DaySchema, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { DayOrderSchema } from '../../sources/exports/cells/instant.ts';
import { isSafeAddress } from '../../sources/feed/address.ts';
import { limits } from '../../sources/feed/limits.ts';
import { hasMarkup, plainLine } from '../../sources/feed/plain-text.ts';
import { readAgreedNames } from '../agreed-names.ts';
import { badOption, optionProblem } from '../option-problem.ts';
import type { TerminalText } from '../text.ts';
import { usualMinimums } from './build/minimums.ts';

const lineWithin = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(plainLine),
    v.minLength(1),
    v.maxLength(most),
    v.check((text) => !hasMarkup(text)),
  );

const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,7}$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );

const OptionsSchema = v.object({
  out: v.string(),
  window: v.optional(whole(1, limits.window), '28'),
  days: v.optional(whole(1, 366), '3'),
  day: v.optional(DaySchema),
  name: v.optional(lineWithin(limits.name), 'Benchmark feed'),
  publisher: v.optional(lineWithin(limits.publisher)),
  homepage: v.optional(v.pipe(v.string(), v.check(isSafeAddress))),
  region: v.optional(RegionSchema),
  dates: v.optional(DayOrderSchema),
  category: v.optional(CategoryIdSchema),
  agreed: v.optional(v.string()),
  'all-agreed': v.optional(v.boolean(), false),
  afresh: v.optional(v.boolean(), false),
  'rights-confirmed': v.optional(v.boolean(), false),
  engine: v.optional(v.picklist(['duckdb', 'clickhouse'])),
  clickhouse: v.optional(v.pipe(v.string(), v.check(isServer))),
  parquet: v.optional(v.pipe(v.string(), v.minLength(1))),
  'to-parquet': v.optional(v.pipe(v.string(), v.minLength(1))),
  rooms: v.optional(whole(0, limits.rooms), '20'),
  'per-shop': v.optional(whole(1, limits.rooms), '3'),
  'min-shops': v.optional(whole(2, 1_000), String(usualMinimums.shops)),
  'min-lives': v.optional(whole(2, 1_000_000), String(usualMinimums.lives)),
  'max-share': v.optional(
    v.pipe(v.string(), v.regex(/^0?\.\d+$/), v.transform(Number), v.minValue(0.01)),
    String(usualMinimums.share),
  ),
});

/** What a feed is built by. */
export type FeedOptions = Omit<v.InferOutput<typeof OptionsSchema>, 'engine'> & {
  readonly engine: 'duckdb' | 'clickhouse';
  readonly sessions: readonly string[];
  /** Shops, creators' ids or handles that agreed to be named. */
  readonly names: readonly string[];
};

/** What the command line asks for. */
export type FeedRequest =
  | { readonly want: 'help' | 'schema' }
  | { readonly want: 'feed'; readonly options: FeedOptions }
  | { readonly want: 'nothing'; readonly problem: TerminalText };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** What says something of sessions, and nothing of rows that were made of them. */
const ofSessions = ['agreed', 'all-agreed', 'region', 'dates', 'category', 'to-parquet'] as const;

/** Reads the command line; what can't be read comes back as one sentence. */
export function readFeedArguments(args: readonly string[]): FeedRequest {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return badOption(error);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { want: 'help' };
  if (values.schema === true) return { want: 'schema' };
  const { parquet } = values;
  if (parquet === undefined && positionals.length === 0)
    return optionProblem('cli_feed_no_sessions');
  if (values.out === undefined) return optionProblem('cli_feed_no_out');
  const read = v.safeParse(OptionsSchema, values);
  if (!read.success) {
    const option = v.getDotPath(read.issues[0]) ?? '';
    return optionProblem('cli_feed_bad_option', { option: `--${option}` });
  }
  const { agreed, clickhouse } = read.output;
  if (
    parquet !== undefined &&
    (positionals.length > 0 || ofSessions.some((name) => name in values))
  )
    return optionProblem('cli_feed_parquet_alone');
  const engine = read.output.engine ?? (clickhouse === undefined ? 'duckdb' : 'clickhouse');
  if (clickhouse !== undefined && engine === 'duckdb')
    return optionProblem('cli_feed_bad_option', { option: '--engine' });
  const names = agreed === undefined ? [] : readAgreedNames(agreed);
  if (names === undefined) return optionProblem('cli_feed_unreadable', { file: agreed ?? '' });
  return { want: 'feed', options: { ...read.output, engine, sessions: positionals, names } };
}

/** The address of a server, without a user or password, which other users of the machine could see. */
function isServer(text: string): boolean {
  const address = isAddress(text) ? new URL(text) : null;
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.username + address.password === ''
  );
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: text,
      window: text,
      days: text,
      day: text,
      name: text,
      publisher: text,
      homepage: text,
      region: text,
      dates: text,
      category: text,
      agreed: text,
      'all-agreed': flag,
      afresh: flag,
      'rights-confirmed': flag,
      engine: text,
      clickhouse: text,
      parquet: text,
      'to-parquet': text,
      rooms: text,
      'per-shop': text,
      'min-shops': text,
      'min-lives': text,
      'max-share': text,
      schema: flag,
      help: { ...flag, short: 'h' },
    },
  });
}
