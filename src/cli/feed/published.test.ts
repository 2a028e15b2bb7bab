import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../metrics/session.ts';
import {
  BEAUTY,
  build,
  DAY,
  indexIn,
  shopsOf,
  sliceIn,
  US,
  withoutCourse,
  writeLines,
} from './feed.fixture.ts';

let folder = '';
let sessions: readonly Session[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-published-'));
  sessions = shopsOf(8).map(withoutCourse);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);

describe('a feed built where one lies', { timeout: 60_000 }, () => {
  it('publishes no day that differs from the last published one by few shops, and keeps that one', async () => {
    const input = writeLines(place('days.ndjson'), sessions);
    const args = [input, '--out', place('days')];
    await build(...args, '--day', DAY, '--days', '1');
    const first = indexIn(place('days')).slices;
    const next = await build(...args, '--day', '2026-11-21', '--days', '1');
    const skipped = next.notWritten.filter(({ why }) => why === 'fewChanges');
    expect(skipped.length).toBeGreaterThan(0);
    for (const { region, category } of skipped)
      expect(indexIn(place('days')).slices.filter((one) => one.category === category)).toEqual(
        first.filter((one) => one.region === region && one.category === category),
      );
    // Without a day before there is nothing to differ from.
    const fresh = await build(...args, '--day', '2026-11-21', '--days', '1', '--afresh');
    expect(fresh.notWritten.filter(({ why }) => why === 'fewChanges')).toEqual([]);
  });

  it('publishes no next day from which a shop could be told whose sessions came late', async () => {
    // In the windows of both days, so that nothing comes or goes between them.
    const [from, till] = [Date.parse('2026-10-25') / 1000, Date.parse('2026-11-21') / 1000];
    const inBoth = sessions.filter(
      ({ room: { startedAt = 0 } }) => startedAt >= from && startedAt < till,
    );
    const out = place('subtract');
    const input = writeLines(
      place('subtract.ndjson'),
      inBoth.filter(({ room }) => room.creator?.handle !== 'shop.7'),
    );
    await build(input, '--out', out, '--days', '1', '--day', DAY);
    const before = sliceIn(out);
    expect(before.shops).toBe(7);
    // The eighth shop's older LIVEs alone are new: the difference of the two days would be that shop.
    writeLines(input, inBoth);
    const next = [input, '--out', out, '--days', '1', '--day', '2026-11-21'];
    const built = await build(...next);
    expect(built.notWritten).toContainEqual({
      region: US,
      category: BEAUTY,
      basis: 'attributed',
      day: '2026-11-21',
      why: 'lateSessions',
    });
    const ofBeauty = () => indexIn(out).slices.filter(({ category }) => category === BEAUTY);
    expect(ofBeauty()).toMatchObject([{ day: DAY }]);
    expect(sliceIn(out)).toEqual(before);
    // Once no LIVE lies in both windows there is no difference to draw.
    writeLines(input, sessions);
    const small = ['--window', '2', '--min-shops', '2', '--min-lives', '2', '--max-share', '0.9'];
    await build(input, '--out', out, '--days', '1', '--day', '2026-11-22', ...small);
    expect(ofBeauty()).toMatchObject([{ day: '2026-11-22' }]);
    await build(...next, '--afresh');
    expect(ofBeauty()).toMatchObject([{ day: '2026-11-21' }]);
  });

  it('goes on from day to day while the sessions of the last one stay what they were', async () => {
    const input = writeLines(place('daily.ndjson'), sessions);
    const args = [input, '--out', place('daily'), '--days', '1', '--min-shops', '2'];
    await build(...args, '--day', DAY);
    const built = await build(...args, '--day', '2026-11-23');
    expect(built.notWritten.map(({ why }) => why)).not.toContain('lateSessions');
    expect(indexIn(place('daily')).slices.map(({ day }) => day)).toContain('2026-11-23');
  });

  it('leaves a published day as it was when sessions come late, but for its rooms', async () => {
    const late = sessions.filter((_, nth) => nth % 9 !== 0);
    const args = ['--out', place('late'), '--day', DAY, '--days', '1'];
    await build(writeLines(place('late.ndjson'), late), ...args, '--all-agreed');
    const before = sliceIn(place('late'));
    const built = await build(writeLines(place('late.ndjson'), sessions), ...args);
    expect(built.kept).toBeGreaterThan(0);
    expect(before.rooms.length).toBeGreaterThan(0);
    expect(sliceIn(place('late'))).toEqual({ ...before, rooms: [] });
    await build(place('late.ndjson'), ...args, '--afresh');
    expect(sliceIn(place('late')).lives).toBeGreaterThan(before.lives);
  });

  it('takes the place of the files of a feed alone', async () => {
    const out = place('page');
    const args = [writeLines(place('page.ndjson'), sessions), '--out', out, '--days', '1'];
    await build(...args, '--day', DAY);
    mkdirSync(join(out, '.git'));
    const own = ['.git/HEAD', 'CNAME', 'README.md'];
    for (const name of own) writeFileSync(join(out, name), name);
    await build(...args, '--day', '2026-11-21', '--afresh');
    for (const name of own) expect(readFileSync(join(out, name), 'utf8')).toBe(name);
    const paths = indexIn(out).slices.map(({ path }) => path);
    const written = readdirSync(join(out, 'v2'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => `v2/${name}`);
    expect(written.sort()).toEqual(paths.sort());
    expect(paths.every((path) => path.endsWith('2026-11-21.json'))).toBe(true);
  });
});
