import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unixSeconds } from '../../../metrics/time.ts';
import { INDEX_FORMAT } from '../../../sources/feed/index-schema.ts';
import { FEED_VERSION } from '../../../sources/feed/version.ts';
import released from '../released/1.0-slice.json' with { type: 'json' };
import { FeedFolder } from './write-feed.ts';

const now = Date.parse('2026-11-30') / 1000;
const head = {
  format: INDEX_FORMAT,
  version: FEED_VERSION,
  name: 'Test',
  updatedAt: unixSeconds(now),
} as const;

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'write-feed-'));
});
afterAll(() => rmSync(place, { recursive: true }));

/** Writes a feed of one slice in that place. */
function write(out: string, day: string): void {
  const { region, category } = released;
  const folder = new FeedFolder(out, now);
  folder.add({ region, category, day }, JSON.stringify({ ...released, day, rooms: [] }));
  folder.finish(head);
}

describe('putting a feed in its place', () => {
  const pathOf = (day: string): string => `v1/${released.region}/${released.category}/${day}.json`;

  it('takes away what the new index no longer names, and nothing else', () => {
    const out = join(place, 'feed');
    write(out, '2026-11-20');
    writeFileSync(join(out, 'CNAME'), 'feeds.example');
    write(out, '2026-11-21');
    expect(existsSync(join(out, pathOf('2026-11-20')))).toBe(false);
    expect(existsSync(join(out, pathOf('2026-11-21')))).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['CNAME', 'index.json', 'schema', 'v1']);
    expect(readdirSync(place)).toEqual(['feed']);
  });

  it('puts the index last, so that no index names what is not there', () => {
    const out = join(place, 'stopped');
    write(out, '2026-11-20');
    const index = readFileSync(join(out, 'index.json'), 'utf8');
    // The index can't be put there, as if the build had been stopped just before.
    rmSync(join(out, 'index.json'));
    mkdirSync(join(out, 'index.json'));
    writeFileSync(join(out, 'index.json', 'held'), index);
    expect(() => write(out, '2026-11-21')).toThrow();
    expect(existsSync(join(out, pathOf('2026-11-20')))).toBe(true);
    expect(existsSync(join(out, pathOf('2026-11-21')))).toBe(true);
    expect(readFileSync(join(out, 'index.json', 'held'), 'utf8')).toBe(index);
  });
});
