import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { numberOf } from '../../metrics/figure.ts';
import { CategoryIdSchema, type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { money } from '../../metrics/money.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { bareLive, capturedLive, origin, scalar } from '../fixtures/captured.ts';
import { benchmarkFor } from './benchmark-for.ts';
import { historyOf } from './history.ts';
import { usualBand } from './own.ts';

const session = capturedLive();
const start = session.room.startedAt ?? unixSeconds(0);
const roomId = (id: string): RoomId => v.parse(RoomIdSchema, id);
const beauty = v.parse(CategoryIdSchema, '601450');

/** A LIVE of two hours that started so many days before the captured one. */
const daysBefore = (
  days: number,
  figures: PastLive['figures'],
  rest?: Partial<PastLive>,
): PastLive => ({
  startedAt: unixSeconds(start - days * 86_400),
  endedAt: unixSeconds(start - days * 86_400 + 7200),
  figures,
  ...rest,
});

describe("the account's earlier LIVEs", () => {
  it("come from TikTok's comparison, newest first, with CTOR on orders worked out", () => {
    const lives = historyOf(session, []);
    expect(lives).toHaveLength(18);
    expect(lives[0]?.startedAt).toBe(1780970476);
    const oldest = lives.at(-1);
    expect(oldest?.startedAt).toBe(1779944697);
    expect(oldest?.currency).toBe('VND');
    expect(oldest?.figures.ctor?.value).toBeCloseTo(88 / (1512 * 0.440476), 6);
    expect(oldest?.figures.ctor?.derivedFrom).toEqual(['orders', 'productClicks']);
    expect(numberOf(oldest?.figures ?? {}, 'impressions')).toBe(69210);
  });

  it('take an archived room once, its figures first and what it lacks from TikTok', () => {
    const archived: PastLive = {
      room: roomId('7649951805363390000'),
      startedAt: unixSeconds(1780970476 + 100),
      endedAt: unixSeconds(1781024707),
      figures: { views: scalar(7000) },
    };
    const lives = historyOf(session, [archived]);
    expect(lives).toHaveLength(18);
    expect(lives[0]?.room).toBe(archived.room);
    expect(numberOf(lives[0]?.figures ?? {}, 'views')).toBe(7000);
    expect(lives[0]?.figures.liveCtr).toBeDefined();
    expect(historyOf(session, lives)).toEqual(lives);
  });

  it('leave out this LIVE, later ones and those of long ago', () => {
    const figures = { views: scalar(10) };
    const bare = bareLive({});
    const lives = historyOf(bare, [
      daysBefore(0.0001, figures),
      daysBefore(3, figures, { room: bare.room.id }),
      daysBefore(-2, figures),
      daysBefore(120, figures),
      daysBefore(5, figures),
    ]);
    expect(lives.map((live) => live.startedAt)).toEqual([start - 5 * 86_400]);
  });
});

describe('the own benchmark', () => {
  it('has the quartiles of the reference over the 18 earlier LIVEs', () => {
    const { metrics } = benchmarkFor('own', session, []);
    expect(metrics.gmvPerHour).toMatchObject({ kind: 'quantiles', n: 18 });
    const rate = metrics.tapThroughRate;
    expect(rate?.kind === 'quantiles' ? rate.p50 : undefined).toBeCloseTo(0.026176, 6);
    const aov = metrics.aov;
    expect(aov?.kind === 'quantiles' ? aov.p50 : undefined).toBeCloseTo(89630.998454, 4);
  });

  it('needs three LIVEs for a band and five for a benchmark', () => {
    const three = [3, 1, 2].map((day) => daysBefore(day, { likeRate: scalar(day / 10) }));
    expect(usualBand(three.slice(1), 'likeRate', undefined)).toBeUndefined();
    expect(usualBand(three, 'likeRate', undefined)).toMatchObject({
      low: 0.1,
      p50: 0.2,
      high: 0.3,
      n: 3,
    });
    const lives = [1, 2, 3, 4, 5].map((day) => daysBefore(day, { likeRate: scalar(day / 10) }));
    const bare = bareLive({});
    expect(benchmarkFor('own', bare, lives.slice(1)).metrics).toEqual({});
    expect(benchmarkFor('own', bare, lives).metrics.likeRate).toMatchObject({ p50: 0.3, n: 5 });
  });

  it('leaves money of another currency out', () => {
    const euro = { money: money('9', 'EUR'), origin };
    const lives = [1, 2, 3, 4, 5].map((day) => daysBefore(day, { aov: euro }));
    expect(benchmarkFor('own', bareLive({}), lives).metrics).toEqual({});
  });

  it('narrows to a category where five LIVEs of it are known, and says so', () => {
    const ofDay = (day: number, rest?: Partial<PastLive>): PastLive =>
      daysBefore(day, { likeRate: scalar(day / 10) }, rest);
    const lives = [
      ...[1, 2, 3, 4, 5].map((day) => ofDay(day, { category: beauty })),
      ...[10, 11].map((day) => ofDay(day)),
    ];
    const narrow = benchmarkFor('own', bareLive({}), lives, beauty);
    expect(narrow).toMatchObject({ category: beauty, metrics: { likeRate: { p50: 0.3 } } });
    const wide = benchmarkFor('own', bareLive({}), lives.slice(1), beauty);
    expect(wide).toMatchObject({ metrics: { likeRate: { n: 6 } } });
    expect(wide.category).toBeUndefined();
  });
});

describe("TikTok's market comparison", () => {
  it('implies the benchmark lines of the reference', () => {
    const { metrics, basis } = benchmarkFor('market', session, []);
    expect(basis).toBe('market');
    expect(Object.keys(metrics).sort()).toEqual(['aov', 'tapThroughRate', 'tapThroughRatePreview']);
    const line = (id: string): number => {
      const spread = metrics[id];
      return spread?.kind === 'line' ? spread.value : Number.NaN;
    };
    expect(line('tapThroughRate')).toBeCloseTo(0.0739, 4);
    expect(line('tapThroughRatePreview')).toBeCloseTo(0.0267, 4);
    expect(Math.round(line('aov'))).toBe(207714);
  });

  it('implies none for a figure at zero or a difference of −100 %', () => {
    const bare = bareLive({ likeRate: scalar(0), shareRate: scalar(0.2) });
    const market = { likeRate: { difference: -1 }, shareRate: { difference: -1 } };
    const compared = { ...bare, comparisons: { market, own: {} } };
    expect(benchmarkFor('market', compared, []).metrics).toEqual({});
  });
});
