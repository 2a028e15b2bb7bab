import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isMoneyMetric, metric, metricIds } from '../../metrics/catalogue.ts';
import { type CategorySlice, CategorySliceSchema } from '../../metrics/feed/category-slice.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { diagnose } from '../diagnose.ts';
import { capturedLive } from '../fixtures/captured.ts';
import { feedBenchmark } from './feed.ts';

const spread = (p50: number, count = 40) => ({
  p10: p50 / 2,
  p25: p50 / 1.5,
  p50,
  p75: p50 * 1.5,
  p90: p50 * 2,
  count,
  hours: count * 2,
});
const sliceOf = (metrics: object, currency: string | null = 'VND'): CategorySlice =>
  v.parse(CategorySliceSchema, {
    region: 'VN',
    category: '601450',
    day: '2026-06-10',
    window: 28,
    ...(currency === null ? {} : { currency }),
    shops: 9,
    lives: 40,
    metrics,
    rooms: [],
  });
const dong = v.parse(CurrencyCodeSchema, 'VND');
const whole = {
  impressionsPerHour: spread(20_000),
  tapThroughRate: spread(0.05),
  liveCtr: spread(0.3),
  ctor: spread(0.1),
  aov: spread(150_000),
  gmvPerHour: spread(5_000_000),
};
const word = (slice: CategorySlice, simulated = false) => ({ name: 'Bench', slice, simulated });

describe('a category feed as a benchmark', () => {
  it('names the feed, its day and what it rests on, and counts the LIVEs of each metric', () => {
    const slice = sliceOf({ ...whole, likeRate: spread(3, 7) });
    const benchmark = feedBenchmark(word(slice), dong);
    expect(benchmark).toMatchObject({
      basis: 'feed',
      category: '601450',
      feed: { name: 'Bench', day: '2026-06-10', window: 28, lives: 40, shops: 9, simulated: false },
    });
    expect(benchmark.metrics.likeRate).toMatchObject({ kind: 'quantiles', p50: 3, n: 7 });
  });

  it('says that it is simulated where the feed or the slice says so', () => {
    const slice = sliceOf(whole);
    expect(feedBenchmark(word(slice, true), dong).feed?.simulated).toBe(true);
    const simulated = { ...slice, simulated: true };
    expect(feedBenchmark(word(simulated), dong).feed?.simulated).toBe(true);
  });

  it('holds money against money of the same currency alone', () => {
    for (const currency of ['USD', null]) {
      const { metrics } = feedBenchmark(word(sliceOf(whole, currency)), dong);
      expect(Object.keys(metrics).filter((id) => id === 'aov' || id === 'gmvPerHour')).toEqual([]);
      expect(metrics.ctor).toBeDefined();
    }
    expect(feedBenchmark(word(sliceOf(whole)), undefined).metrics.aov).toBeUndefined();
    expect(feedBenchmark(word(sliceOf(whole)), dong).metrics.aov).toBeDefined();
  });

  it('leaves out totals, what nobody reported and what it does not know', () => {
    fc.assert(
      fc.property(fc.subarray([...metricIds]), fc.nat(3), (ids, count) => {
        const told = Object.fromEntries(ids.map((id) => [id, spread(1, count)]));
        const { metrics } = feedBenchmark(word(sliceOf({ ...told, madeUp: spread(1) })), dong);
        const expected = ids.filter((id) => metric(id).comparable && count > 0);
        expect(Object.keys(metrics).sort()).toEqual([...expected].sort());
      }),
    );
    expect(metricIds.some(isMoneyMetric)).toBe(true);
  });

  it('gives a LIVE its place among those of the category, and a gap that is named for it', () => {
    const session = capturedLive();
    const benchmark = feedBenchmark(word(sliceOf(whole)), dong);
    const report = diagnose({ session, benchmark, history: [] });
    expect(report).toMatchObject({ basis: 'feed', feed: { name: 'Bench', lives: 40 } });
    const taps = report.comparisons.find(({ metric: id }) => id === 'tapThroughRate');
    expect(taps?.benchmark).toEqual({ value: 0.05, basis: 'feed', n: 40 });
    expect(taps?.percentile).toBeGreaterThan(0);
    expect(taps?.percentile).toBeLessThan(0.5);
    expect(report.gap.state === 'split' && report.gap.steps[0]?.benchmark.basis).toBe('feed');
  });
});
