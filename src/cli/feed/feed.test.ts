import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { metricIds } from '../../metrics/catalogue.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { finalAt } from '../../metrics/time.ts';
import { topProductOf } from '../../metrics/top-product.ts';
import {
  BEAUTY,
  build,
  DAY,
  indexIn,
  shopsOf,
  sliceIn,
  withoutCourse,
  writeLines,
} from './feed.fixture.ts';

let folder = '';
/** With all their parts, and without those that only chosen LIVEs need. */
let whole: readonly Session[] = [];
let sessions: readonly Session[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-'));
  whole = shopsOf(8);
  sessions = whole.map(withoutCourse);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);

/** The LIVEs of a category in the 28 days up to DAY, picked without the builder. */
function livesOf(category: CategoryId): readonly Session[] {
  const till = Date.parse('2026-11-21T00:00:00Z') / 1000;
  return sessions.filter(({ room, products = [], origins }) => {
    const { startedAt = 0, endedAt } = room;
    const isFinal = endedAt !== undefined && (origins.figures?.at ?? 0) >= finalAt(endedAt);
    const isInside = startedAt < till && startedAt >= till - 28 * 86_400;
    return isFinal && isInside && topProductOf(products)?.category === category;
  });
}

const files = (folderOf: string): string[] =>
  readdirSync(folderOf, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.json'),
  );

describe('a feed built from sessions', { timeout: 60_000 }, () => {
  it('has the quantiles that a plain computation gives', async () => {
    const out = place('plain');
    const input = writeLines(place('all.ndjson'), sessions);
    await build(input, '--out', out, '--day', DAY, '--days', '1');
    const { metrics, lives, shops, currency, simulated, window } = sliceIn(out);
    const own = livesOf(BEAUTY);
    expect({ lives, shops, currency, simulated, window }).toEqual({
      lives: own.length,
      shops: 8,
      currency: 'USD',
      simulated: true,
      window: 28,
    });
    const completed = own.map(completeSession);
    let compared = 0;
    for (const id of metricIds) {
      const spread = metrics[id];
      if (spread === undefined) continue;
      const reporting = completed.filter(({ figures }) => numberOf(figures, id) !== undefined);
      const values = reporting.map(({ figures }) => numberOf(figures, id) ?? Number.NaN);
      const at = (share: number): number => Number((quantile(values, share) ?? 0).toPrecision(3));
      const seconds = reporting.reduce(
        (sum, { room }) => sum + (room.endedAt ?? 0) - (room.startedAt ?? 0),
        0,
      );
      expect([id, spread]).toEqual([
        id,
        {
          p10: at(0.1),
          p25: at(0.25),
          p50: at(0.5),
          p75: at(0.75),
          p90: at(0.9),
          count: values.length,
          hours: Math.round(seconds / 3600),
        },
      ]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(30);
  });

  it('is the same bytes for the same sessions, whatever files they lie in', async () => {
    const [lines, apart] = [place('lines'), place('apart')];
    mkdirSync(lines);
    mkdirSync(apart);
    writeLines(join(lines, 'a.ndjson'), sessions);
    for (const [nth, session] of [...sessions].reverse().entries())
      writeFileSync(join(apart, `${nth}.json`), JSON.stringify({ session }));
    const args = ['--day', DAY, '--all-agreed'];
    await build(lines, '--out', place('one'), ...args);
    await build(apart, '--out', place('two'), ...args);
    const names = files(place('one'));
    expect(names.length).toBeGreaterThan(5);
    expect(files(place('two')).sort()).toEqual(names.sort());
    for (const name of names)
      expect(readFileSync(join(place('two'), name), 'utf8')).toBe(
        readFileSync(join(place('one'), name), 'utf8'),
      );
  });

  it('names no room without consent, and with it the best of those that agreed alone', async () => {
    const input = writeLines(place('consent.ndjson'), sessions);
    const args = [input, '--day', DAY, '--days', '1'];
    await build(...args, '--out', place('silent'));
    expect(sliceIn(place('silent')).rooms).toEqual([]);
    await build(...args, '--out', place('everyone'), '--all-agreed');
    const [first, second] = new Set(sliceIn(place('everyone')).rooms.map(({ creator }) => creator));
    const number = Number(second?.split('.')[1]);
    writeFileSync(place('agreed.txt'), `${first}\n${7_000 + number}\n\nnobody\n`);
    await build(...args, '--out', place('named'), '--agreed', place('agreed.txt'));
    const { rooms, metrics } = sliceIn(place('named'));
    const creators = rooms.map(({ creator }) => creator);
    expect(new Set(creators)).toEqual(new Set([first, second]));
    for (const shop of [first, second])
      expect(creators.filter((one) => one === shop).length).toBeLessThanOrEqual(3);
    for (const { figures, startedAt, endedAt } of rooms) {
      expect(figures.impressionsPerHour).toBeGreaterThan(
        metrics.impressionsPerHour?.p25 ?? Infinity,
      );
      expect(figures.gmvPerHour).toBeGreaterThan(metrics.gmvPerHour?.p25 ?? Infinity);
      expect(figures).not.toHaveProperty('gmv');
      expect(endedAt - startedAt).toBeGreaterThanOrEqual(30 * 60);
    }
  });

  it('shows where each factor stood above the own level of a room', async () => {
    const input = writeLines(place('clips.ndjson'), whole);
    await build(input, '--out', place('clips'), '--day', DAY, '--days', '1', '--all-agreed');
    const { rooms } = sliceIn(place('clips'));
    const clips = rooms.flatMap(({ clips: own, figures }) =>
      own.map((clip) => ({ ...clip, own: figures[clip.metric] })),
    );
    expect(new Set(clips.map(({ factor }) => factor)).size).toBeGreaterThan(5);
    for (const { level = 0, own = Infinity } of clips) expect(level).toBeGreaterThan(own);
    expect(clips.some(({ url, expiresAt }) => url !== undefined && expiresAt !== undefined)).toBe(
      true,
    );
  });

  it('leaves out what is too small, and says so', async () => {
    const args = [writeLines(place('few.ndjson'), sessions), '--out', place('few'), '--day', DAY];
    const built = await build(...args, '--days', '1', '--min-shops', '9');
    expect(built.slices).toBe(0);
    expect(new Set(built.notWritten.map(({ why }) => why))).toEqual(new Set(['fewShops']));
    expect(() => readdirSync(place('few'))).toThrow();
    const wide = await build(...args, '--days', '1', '--min-shops', '4', '--min-lives', '10');
    expect(wide.slices).toBeGreaterThan(0);
    expect(indexIn(place('few')).minimums).toEqual({ shops: 4, lives: 10, share: 0.4 });
  });

  it('never mixes simulated LIVEs with real ones, nor currencies', async () => {
    const { simulated: _, ...real } = sessions[1] ?? expect.fail();
    const mixed = writeLines(place('mixed.ndjson'), [...sessions, real]);
    const built = await build(mixed, '--out', place('mixed'), '--day', DAY);
    expect(built).toMatchObject({ simulated: false, dropped: expect.any(Number), slices: 0 });
    const foreign = sessions.map(
      (session, nth): Session =>
        nth % 10 === 0
          ? {
              ...session,
              currency: v.parse(CurrencyCodeSchema, 'VND'),
              figures: Object.fromEntries(
                Object.entries(session.figures).map(([id, figure]) => [
                  id,
                  'money' in figure
                    ? {
                        ...figure,
                        money: {
                          amount: `${figure.money.amount.split('.')[0]}000000`,
                          currency: 'VND',
                        },
                      }
                    : figure,
                ]),
              ),
            }
          : session,
    );
    await build(
      writeLines(place('money.ndjson'), foreign),
      '--out',
      place('money'),
      '--day',
      DAY,
      '--days',
      '1',
    );
    const { currency, metrics, lives } = sliceIn(place('money'));
    expect(currency).toBe('USD');
    expect(metrics.gmvPerHour?.count).toBeLessThan(lives);
    expect(metrics.gmvPerHour?.p90).toBeLessThan(10_000);
    expect(metrics.views?.count).toBe(lives);
  });

  it('counts a LIVE once that lies in several files', async () => {
    const twice = writeLines(place('twice.ndjson'), [...sessions, ...sessions]);
    const built = await build(twice, '--out', place('twice'), '--day', DAY, '--days', '1');
    expect(built.lives).toBe(built.tallies.reduce((sum, { rows }) => sum + rows, 0) / 2);
    expect(sliceIn(place('twice')).lives).toBe(livesOf(BEAUTY).length);
  });
});
