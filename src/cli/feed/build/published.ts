import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CategorySlice } from '../../../metrics/feed/category-slice.ts';
import { unixMs } from '../../../metrics/time.ts';
import type { FeedIndex, FeedIndexEntry } from '../../../sources/feed/index-schema.ts';
import { readIndex } from '../../../sources/feed/read-index.ts';
import { readSlice } from '../../../sources/feed/read-slice.ts';
import { groupOf } from '../group.ts';

/**
 * The feed that lies where a new one goes. What it published stays as it was: the same day built
 * again with one shop's LIVEs more would tell of that shop by the difference.
 */
export class Published {
  readonly #out: string;
  readonly #now: number;
  readonly #entries: readonly FeedIndexEntry[];
  /** Whether its figures are simulated; undefined when nothing lies there. */
  readonly simulated: boolean | undefined;
  /** What it says of LIVEs of TikTok's Open API. */
  readonly openApi: FeedIndex['openApi'];

  private constructor(out: string, now: number, index: FeedIndex | undefined) {
    this.#out = out;
    this.#now = now;
    this.#entries = index?.slices ?? [];
    this.simulated = index === undefined ? undefined : index.simulated === true;
    this.openApi = index?.openApi;
  }

  /** The feed in that place; `other` when something lies there that is no feed and must stay. */
  static in(out: string, now: number): Published | 'other' {
    let text: string;
    try {
      text = readFileSync(join(out, 'index.json'), 'utf8');
    } catch {
      return isEmpty(out) ? Published.nothing() : 'other';
    }
    const read = readIndex(text, unixMs(now * 1000));
    return read.ok ? new Published(out, now, read.value) : 'other';
  }

  static nothing(): Published {
    return new Published('', 0, undefined);
  }

  /** Of each region, category and sales basis the last day. */
  last(): readonly FeedIndexEntry[] {
    const latest = new Map<string, FeedIndexEntry>();
    for (const entry of this.#entries) {
      const known = latest.get(groupOf(entry));
      if (known === undefined || entry.day > known.day) latest.set(groupOf(entry), entry);
    }
    return [...latest.values()];
  }

  /** A slice as it was published; undefined when that day was not, or can't be read any more. */
  slice(group: string, day: string): CategorySlice | undefined {
    const entry = this.#entries.find((one) => one.day === day && groupOf(one) === group);
    if (entry === undefined) return undefined;
    try {
      const text = readFileSync(join(this.#out, entry.path), 'utf8');
      const read = readSlice(text, entry, unixMs(this.#now * 1000));
      return read.ok ? read.value : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether nothing lies there that a feed would take the place of. */
function isEmpty(out: string): boolean {
  try {
    return readdirSync(out).length === 0;
  } catch {
    return !existsSync(out);
  }
}
