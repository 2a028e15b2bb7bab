import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import type { FeedProvenance } from '../diagnosis/benchmark/feed.ts';
import { type Fault, fault } from '../metrics/fault.ts';
import { RegionSchema } from '../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../metrics/ids.ts';
import { SalesBasisSchema } from '../metrics/sales-basis.ts';
import { now } from '../platform/current-time.ts';
import type { FeedIndex } from '../sources/feed/index-schema.ts';
import { readIndex } from '../sources/feed/read-index.ts';
import { readSlice } from '../sources/feed/read-slice.ts';
import type { TerminalText } from './text.ts';

/** A slice file, or one sentence on what is wrong with it. */
type ReadFeed =
  | { readonly ok: true; readonly value: FeedProvenance }
  | { readonly ok: false; readonly problem: TerminalText };

const AboutSchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  basis: v.optional(SalesBasisSchema),
});

/**
 * Reads a slice file of a benchmark feed as the extension would. It goes by the name of the feed whose
 * index lies above it and names it, else by its file's name.
 */
export function readFeedFile(file: string): ReadFeed {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const values = { file: plain(file), problem: plain(problem) };
    return { ok: false, problem: { key: 'cli_unreadable', values } };
  }
  const about = aboutIn(text);
  if (about === undefined) return wrong(file, fault('feed-other-file'));
  const read = readSlice(text, about, now());
  if (!read.ok) return wrong(file, read.fault);
  const index = indexAbove(file);
  const name = index?.name ?? basename(file);
  const simulated = index?.simulated === true;
  return { ok: true, value: { name, slice: read.value, simulated } };
}

/** The index of the feed that a slice file belongs to; paths in an index lead at most eight folders down. */
function indexAbove(file: string): FeedIndex | undefined {
  const slice = resolve(file);
  let folder = dirname(slice);
  for (let up = 0; up <= 8; up += 1) {
    const index = readIndexIn(folder);
    const inside = relative(folder, slice).split(sep).join('/');
    if (index?.slices.some(({ path }) => path === inside)) return index;
    folder = dirname(folder);
  }
  return undefined;
}

function readIndexIn(folder: string): FeedIndex | undefined {
  try {
    const read = readIndex(readFileSync(join(folder, 'index.json'), 'utf8'), now());
    return read.ok ? read.value : undefined;
  } catch {
    return undefined;
  }
}

function aboutIn(text: string): v.InferOutput<typeof AboutSchema> | undefined {
  try {
    const about = v.safeParse(AboutSchema, JSON.parse(text));
    return about.success ? about.output : undefined;
  } catch {
    return undefined;
  }
}

function wrong(file: string, { text }: Fault): ReadFeed {
  const values = { file: plain(file), why: { kind: 'phrase', phrase: text } } as const;
  return { ok: false, problem: { key: 'cli_bad_feed', values } };
}

function plain(text: string) {
  return { kind: 'text', text } as const;
}
