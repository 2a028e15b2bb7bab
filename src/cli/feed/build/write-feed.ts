import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import {
  type CategorySlice,
  DaySchema,
  RegionSchema,
} from '../../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../../metrics/ids.ts';
import { SalesBasisSchema } from '../../../metrics/sales-basis.ts';
import { unixMs } from '../../../metrics/time.ts';
import type { FeedIndex, FeedIndexEntry, FirstIndex } from '../../../sources/feed/index-schema.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { readIndex } from '../../../sources/feed/read-index.ts';
import { readSlice } from '../../../sources/feed/read-slice.ts';
import { FEED_VERSION, FIRST_VERSION_UNTIL } from '../../../sources/feed/version.ts';
import { feedSchemas } from '../json-schema.ts';
import { firstVersionText, sliceText } from './slice.ts';

const INDEX = 'index.json';

const WantedSchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  basis: SalesBasisSchema,
  day: DaySchema,
});

/** The folders of a feed's place that are the feed's own. */
const FOLDERS = ['schema', 'v1', `v${FEED_VERSION}`];

/**
 * Index entries while a feed is written in two versions, each of them: together they stay as small as an
 * index may be.
 */
const MOST_SIDE_BY_SIDE = limits.slices / 2;

/**
 * A feed being written: into a folder beside its place, so that what is served there stays whole
 * until the new one is complete and was read back. Until the end of version 1 each slice of attributed
 * money is written in both versions.
 */
export class FeedFolder {
  readonly #out: string;
  readonly #folder: string;
  readonly #now: number;
  readonly #slices: FeedIndexEntry[] = [];
  readonly #first: FirstIndex['slices'] = [];
  readonly #isSideBySide: boolean;

  /** @param now unix seconds */
  constructor(out: string, now: number) {
    this.#out = out;
    this.#folder = `${out}.new-${process.pid}`;
    this.#now = now;
    this.#isSideBySide = now * 1000 < Date.parse(FIRST_VERSION_UNTIL);
    rmSync(this.#folder, { recursive: true, force: true });
    for (const version of [1, FEED_VERSION] as const) {
      if (version === 1 && !this.#isSideBySide) continue;
      const { index, slice } = feedSchemas(version);
      this.#write(`schema/index-${version}.json`, jsonText(index));
      this.#write(`schema/slice-${version}.json`, jsonText(slice));
    }
  }

  /** Slices written so far. */
  get size(): number {
    return this.#slices.length;
  }

  /** Writes a slice and reads it back; throws when its own reader would refuse it. */
  add(slice: CategorySlice): void {
    const of = v.parse(WantedSchema, slice);
    const { region, category, basis, day } = of;
    const path = `v${FEED_VERSION}/${region}/${category}/${basis}/${day}.json`;
    this.#slices.push({ ...of, path, bytes: this.#addFile(path, sliceText(slice), of) });
    const text = this.#isSideBySide ? firstVersionText(slice) : undefined;
    if (text === undefined) return;
    const first = `v1/${region}/${category}/${day}.json`;
    this.#first.push({ region, category, day, path: first, bytes: this.#addFile(first, text, of) });
  }

  /**
   * Writes the index and puts the feed in its place, file by file and the index last, so that no index
   * names what is not there; then what the old one alone named goes. What is no feed's stays.
   */
  finish(head: Omit<FeedIndex, 'slices' | 'version'>): void {
    this.#write(INDEX, jsonText(this.#index(head)));
    const read = readIndex(this.#read(INDEX), unixMs(this.#now * 1000));
    if (!read.ok) throw new Error(`index.json: ${read.fault.code} ${read.fault.detail ?? ''}`);
    const files = FOLDERS.flatMap((folder) => filesIn(this.#folder, folder));
    for (const path of [...files, INDEX]) {
      const place = join(this.#out, path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(join(this.#folder, path), place);
    }
    const stay = new Set(files);
    for (const path of FOLDERS.flatMap((folder) => filesIn(this.#out, folder)))
      if (!stay.has(path)) rmSync(join(this.#out, path));
    this.abandon();
  }

  #index({ openApi, ...head }: Omit<FeedIndex, 'slices' | 'version'>): object {
    const version = FEED_VERSION;
    if (!this.#isSideBySide)
      return { ...head, version, openApi, slices: newest(this.#slices, limits.slices) };
    return {
      ...head,
      version: 1,
      slices: newest(this.#first, MOST_SIDE_BY_SIDE),
      successor: { version, openApi, slices: newest(this.#slices, MOST_SIDE_BY_SIDE) },
    };
  }

  /** Writes a slice file and reads it back; its size in bytes. */
  #addFile(path: string, text: string, wanted: v.InferOutput<typeof WantedSchema>): number {
    this.#write(path, text);
    const read = readSlice(this.#read(path), wanted, unixMs(this.#now * 1000));
    if (!read.ok) throw new Error(`${path}: ${read.fault.code} ${read.fault.detail ?? ''}`);
    return Buffer.byteLength(text);
  }

  /** Takes away what was written. */
  abandon(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(path: string, text: string): void {
    const whole = join(this.#folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  #read(path: string): string {
    return readFileSync(join(this.#folder, path), 'utf8');
  }
}

/** The entries of the newest days, so many as there is room for. */
function newest<T extends { readonly day: string; readonly path: string }>(
  entries: readonly T[],
  most: number,
): readonly T[] {
  return entries
    .toSorted((a, b) => compare(b.day, a.day) || compare(a.path, b.path))
    .slice(0, most);
}

/** The files in a folder of a place and all folders in it, as paths seen from the place. */
function filesIn(place: string, folder: string): string[] {
  if (!existsSync(join(place, folder))) return [];
  return readdirSync(join(place, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(place, path) : [path];
  });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
