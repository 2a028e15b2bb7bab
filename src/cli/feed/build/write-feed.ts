import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { DaySchema, RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../../metrics/ids.ts';
import { unixMs } from '../../../metrics/time.ts';
import type { FeedIndex, FeedIndexEntry } from '../../../sources/feed/index-schema.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { readIndex } from '../../../sources/feed/read-index.ts';
import { readSlice } from '../../../sources/feed/read-slice.ts';
import { FEED_VERSION } from '../../../sources/feed/version.ts';
import { feedSchemas } from '../json-schema.ts';

const INDEX = 'index.json';

const WantedSchema = v.object({ region: RegionSchema, category: CategoryIdSchema, day: DaySchema });

/**
 * A feed being written: into a folder beside its place, so that what is served there stays whole
 * until the new one is complete and was read back.
 */
export class FeedFolder {
  readonly #out: string;
  readonly #folder: string;
  readonly #now: number;
  readonly #slices: FeedIndexEntry[] = [];

  /** @param now unix seconds */
  constructor(out: string, now: number) {
    this.#out = out;
    this.#folder = `${out}.new-${process.pid}`;
    this.#now = now;
    rmSync(this.#folder, { recursive: true, force: true });
    this.#write(`schema/index-${FEED_VERSION}.json`, jsonText(feedSchemas().index));
    this.#write(`schema/slice-${FEED_VERSION}.json`, jsonText(feedSchemas().slice));
  }

  /** Slices written so far. */
  get size(): number {
    return this.#slices.length;
  }

  /** Writes a slice and reads it back; throws when its own reader would refuse it. */
  add(
    of: { readonly region: string; readonly category: string; readonly day: string },
    text: string,
  ): void {
    const wanted = v.parse(WantedSchema, of);
    const path = `v${FEED_VERSION}/${wanted.region}/${wanted.category}/${wanted.day}.json`;
    this.#write(path, text);
    const read = readSlice(this.#read(path), wanted, unixMs(this.#now * 1000));
    if (!read.ok) throw new Error(`${path}: ${read.fault.code} ${read.fault.detail ?? ''}`);
    this.#slices.push({ ...wanted, path, bytes: Buffer.byteLength(text) });
  }

  /**
   * Writes the index and puts the feed in its place, file by file and the index last, so that no index
   * names what is not there; then what the old one alone named goes. What is no feed's stays.
   */
  finish(head: Omit<FeedIndex, 'slices'>): void {
    const slices = this.#slices
      .sort((a, b) => compare(b.day, a.day) || compare(a.path, b.path))
      .slice(0, limits.slices);
    this.#write(INDEX, jsonText({ ...head, slices }));
    const read = readIndex(this.#read(INDEX), unixMs(this.#now * 1000));
    if (!read.ok) throw new Error(`index.json: ${read.fault.code} ${read.fault.detail ?? ''}`);
    const folders = ['schema', `v${FEED_VERSION}`];
    const files = folders.flatMap((folder) => filesIn(this.#folder, folder));
    for (const path of [...files, INDEX]) {
      const place = join(this.#out, path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(join(this.#folder, path), place);
    }
    const stay = new Set(files);
    for (const path of folders.flatMap((folder) => filesIn(this.#out, folder)))
      if (!stay.has(path)) rmSync(join(this.#out, path));
    this.abandon();
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

/** The files in a folder of a place and all folders in it, as paths seen from the place. */
function filesIn(place: string, folder: string): string[] {
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
