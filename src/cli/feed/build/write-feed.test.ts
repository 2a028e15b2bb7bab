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
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CategorySliceSchema } from '../../../metrics/feed/category-slice.ts';
import { unixMs, unixSeconds } from '../../../metrics/time.ts';
import { INDEX_FORMAT } from '../../../sources/feed/index-schema.ts';
import { readIndex } from '../../../sources/feed/read-index.ts';
import { FIRST_VERSION_UNTIL } from '../../../sources/feed/version.ts';
import released from '../released/1.0-slice.json' with { type: 'json' };
import { FeedFolder } from './write-feed.ts';

const now = Date.parse('2026-11-30') / 1000;
const head = { format: INDEX_FORMAT, name: 'Test', updatedAt: unixSeconds(now) } as const;
const { format: _, version: __, ...said } = released;

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'write-feed-'));
});
afterAll(() => rmSync(place, { recursive: true }));

/** Writes a feed of one slice in that place. */
function write(out: string, day: string, changes: object = {}, at = now): void {
  const folder = new FeedFolder(out, at);
  folder.add(v.parse(CategorySliceSchema, { ...said, day, rooms: [], ...changes }));
  folder.finish({ ...head, updatedAt: unixSeconds(at) });
}

const jsonIn = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

describe('putting a feed in its place', () => {
  const pathOf = (day: string): string => `v1/${released.region}/${released.category}/${day}.json`;

  it('takes away what the new index no longer names, and nothing else', () => {
    const out = join(place, 'feed');
    write(out, '2026-11-20');
    writeFileSync(join(out, 'CNAME'), 'feeds.example');
    write(out, '2026-11-21');
    expect(existsSync(join(out, pathOf('2026-11-20')))).toBe(false);
    expect(existsSync(join(out, pathOf('2026-11-21')))).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['CNAME', 'index.json', 'schema', 'v1', 'v2']);
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

describe('a feed while two versions are in use', () => {
  const day = '2026-11-20';
  const spread = { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, count: 90, hours: 200 };
  const durations = {
    averageViewDurationPerView: spread,
    averageViewDurationPerViewer: spread,
    liveCtr: { ...spread, p10: 0.1, p25: 0.2, p50: 0.3, p75: 0.4, p90: 0.5 },
  };
  const path = (version: string): string =>
    `${version}/${released.region}/${released.category}/${version === 'v1' ? '' : 'attributed/'}${day}.json`;

  it('has each slice in both, version 1 without the figures that meant something else then', () => {
    const out = join(place, 'both');
    write(out, day, { metrics: durations });
    expect(jsonIn(out, path('v1'))).toMatchObject({
      version: 1,
      metrics: { liveCtr: { p50: 0.3 } },
    });
    expect(Object.keys(Object(jsonIn(out, path('v1'))).metrics)).toEqual(['liveCtr']);
    expect(jsonIn(out, path('v2'))).toMatchObject({
      version: 2,
      basis: 'attributed',
      metrics: durations,
    });
  });

  it('is told by an index that older readers read as theirs, and newer ones as theirs', () => {
    const out = join(place, 'index');
    write(out, day);
    const text = readFileSync(join(out, 'index.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: 1, slices: [{ path: path('v1') }] });
    const read = readIndex(text, unixMs(now * 1000));
    expect(read).toMatchObject({
      ok: true,
      value: { version: 2, slices: [{ path: path('v2'), basis: 'attributed' }] },
    });
  });

  it('has direct money in version 2 alone', () => {
    const out = join(place, 'direct');
    write(out, day, { basis: 'direct', metrics: { directGmvPerHour: spread } });
    expect(existsSync(join(out, 'v1'))).toBe(false);
    const direct = `v2/${released.region}/${released.category}/direct/${day}.json`;
    expect(jsonIn(out, direct)).toMatchObject({
      basis: 'direct',
      metrics: { directGmvPerHour: spread },
    });
  });

  it('is written in version 2 alone once version 1 has ended', () => {
    const out = join(place, 'ended');
    write(out, day, {}, Date.parse(FIRST_VERSION_UNTIL) / 1000);
    expect(existsSync(join(out, 'v1'))).toBe(false);
    expect(jsonIn(out, 'index.json')).toMatchObject({ version: 2, slices: [{ path: path('v2') }] });
    expect(readdirSync(join(out, 'schema')).sort()).toEqual(['index-2.json', 'slice-2.json']);
  });
});
