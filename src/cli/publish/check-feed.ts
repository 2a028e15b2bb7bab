import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../../metrics/fault.ts';
import type { CategorySlice } from '../../metrics/feed/category-slice.ts';
import type { UnixMs } from '../../metrics/time.ts';
import {
  type FeedIndex,
  type FeedIndexEntry,
  FirstIndexSchema,
} from '../../sources/feed/index-schema.ts';
import { limits } from '../../sources/feed/limits.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { type Minimums, usualMinimums } from '../feed/build/minimums.ts';
import type { TerminalKey, TerminalText, TerminalValue } from '../text.ts';
import type { Consent } from './options.ts';
import { nameOfSlice, recordOfSlice, type SliceRecord } from './published-record.ts';

/** A feed that may be published, or why it may not. */
type CheckedFeed =
  | { readonly ok: true; readonly index: FeedIndex; readonly slices: readonly SliceRecord[] }
  | { readonly ok: false; readonly problems: readonly TerminalText[] };

/** Files of these kinds hold sessions. */
const sessionKinds: ReadonlySet<string> = new Set(['.ndjson', '.jsonl', '.xlsx', '.csv']);

/** The folders in which only what an index names belongs. */
const sliceFolders = ['v1', 'v2'];

/**
 * Reads a feed as the extension does, every file of it, and checks beside what no reader can: that what is
 * small was left out by the feed's own rule, that only those are named who agreed, that the right to
 * publish figures of TikTok's Open API was confirmed, and that nothing lies there which nobody checked.
 */
export function checkFeed(folder: string, consent: Consent, now: UnixMs): CheckedFeed {
  const text = textIn(folder, 'index.json', limits.indexBytes);
  if (typeof text !== 'string') return { ok: false, problems: [text] };
  const read = readIndex(text, now);
  if (!read.ok) return { ok: false, problems: [refused('index.json', read.fault)] };
  const index = read.value;
  const problems: TerminalText[] = [];
  if (index.openApi?.rightsConfirmed === false) problems.push({ key: 'cli_publish_unconfirmed' });
  const slices: SliceRecord[] = [];
  const first = firstEntries(text);
  for (const entry of [...index.slices, ...first]) {
    const checked = checkSlice(folder, entry, index, consent, now);
    problems.push(...checked.problems);
    // Version 1 says the same in other words.
    if (checked.slice !== undefined && !first.includes(entry))
      slices.push(recordOfSlice(checked.slice));
  }
  const named = new Set([...index.slices, ...first].map(({ path }) => path));
  for (const path of filesBelow(folder)) {
    const isStray = sliceFolders.includes(path.split('/')[0] ?? '') && !named.has(path);
    if (isStray) problems.push(problem(path, { key: 'cli_publish_unnamed' }));
    else if (sessionKinds.has(extname(path).toLowerCase()))
      problems.push(problem(path, { key: 'cli_publish_sessions_there' }));
  }
  return problems.length === 0
    ? { ok: true, index, slices: slices.sort(byName) }
    : { ok: false, problems };
}

/** What an index of version 1 says to older readers; empty where it is of version 2. */
function firstEntries(text: string): readonly FeedIndexEntry[] {
  const first = v.safeParse(FirstIndexSchema, JSON.parse(text));
  if (!first.success || first.output.successor === undefined) return [];
  return first.output.slices.map((entry) => ({ ...entry, basis: 'attributed' }));
}

function checkSlice(
  folder: string,
  entry: FeedIndexEntry,
  index: FeedIndex,
  consent: Consent,
  now: UnixMs,
): { readonly slice?: CategorySlice; readonly problems: readonly TerminalText[] } {
  const { path, bytes } = entry;
  const text = textIn(folder, path, limits.sliceBytes);
  if (typeof text !== 'string') return { problems: [text] };
  const read = readSlice(text, entry, now);
  if (!read.ok) return { problems: [refused(path, read.fault)] };
  const slice = read.value;
  const size = Buffer.byteLength(text);
  return {
    slice,
    problems: [
      ...(bytes === undefined || bytes === size
        ? []
        : [problem(path, { key: 'cli_publish_bytes' })]),
      ...((slice.simulated === true) === (index.simulated === true)
        ? []
        : [problem(path, { key: 'cli_publish_mixed' })]),
      ...smallIn(slice, index.minimums ?? usualMinimums).map((why) => problem(path, why)),
      ...namedUnasked(slice, consent).map((why) => problem(path, why)),
    ],
  };
}

/** What is published of groups that the feed's own rule leaves out. */
function smallIn(slice: CategorySlice, least: Minimums): readonly TerminalText[] {
  const { shops, lives, metrics } = slice;
  const values = { shops: count(least.shops), lives: count(least.lives) };
  const said: TerminalText[] = [];
  if (shops < least.shops) said.push({ key: 'cli_feed_small_fewShops', values });
  if (lives < least.lives) said.push({ key: 'cli_feed_small_fewLives', values });
  // So many shops can't each have less than that.
  if (shops * least.share < 1)
    said.push({
      key: 'cli_feed_small_oneShop',
      values: { share: { kind: 'percent', value: least.share } },
    });
  for (const [metric, spread] of Object.entries(metrics)) {
    if (spread.count < least.lives)
      said.push({
        key: 'cli_publish_small_metric',
        values: { metric: { kind: 'text', text: metric }, lives: count(least.lives) },
      });
  }
  return said;
}

/** LIVEs that are named without anybody's word that their creator agreed. */
function namedUnasked({ rooms }: CategorySlice, consent: Consent): readonly TerminalText[] {
  if (consent === 'everyone') return [];
  return rooms
    .filter(({ creator }) => creator === undefined || !consent.has(creator))
    .map(({ room, creator }) => ({
      key: 'cli_publish_not_agreed',
      values: { creator: { kind: 'text', text: creator ?? room } },
    }));
}

/** The text of a file of the feed, no larger than a reader takes; or what is wrong with it. */
function textIn(folder: string, path: string, most: number): string | TerminalText {
  let bytes: Buffer;
  try {
    // A link could lead to what nobody wants to publish.
    const place = realpathSync(join(folder, path));
    if (relative(realpathSync(folder), place).split(sep).join('/') !== path)
      return problem(path, { key: 'cli_publish_elsewhere' });
    bytes = readFileSync(place);
  } catch {
    return problem(path, { key: 'cli_publish_missing' });
  }
  if (bytes.length > most) return problem(path, { key: 'fault_feed_too_large' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(path, { key: 'fault_feed_other_file' });
  }
}

/** All files below a folder but hidden ones, by their paths seen from it. */
function filesBelow(folder: string, inside = ''): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

/** What the reader says of a file, and where in it. */
function refused(place: string, { text, detail }: Fault): TerminalText {
  if (detail === undefined) return problem(place, text);
  const values: TerminalText['values'] = {
    why: { kind: 'phrase', phrase: text },
    detail: { kind: 'text', text: detail },
  };
  return problem(place, { key: 'cli_publish_detail', values });
}

function problem(place: string, phrase: TerminalText): TerminalText {
  const values: Record<string, TerminalValue> = {
    place: { kind: 'text', text: place },
    problem: { kind: 'phrase', phrase },
  };
  return { key: 'cli_feed_problem' satisfies TerminalKey, values };
}

const byName = (a: SliceRecord, b: SliceRecord): number =>
  nameOfSlice(a) < nameOfSlice(b) ? -1 : 1;

const count = (value: number) => ({ kind: 'count', value }) as const;
