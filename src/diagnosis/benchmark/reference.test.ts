import { describe, expect, it } from 'vitest';
import type { Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { numberOf } from '../../metrics/figure.ts';
import { money } from '../../metrics/money.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { bareLive, capturedLive } from '../fixtures/captured.ts';
import { earlier, figuresOf, HOUR, line, START, usual } from '../potential/potential.fixture.ts';
import { historyOf } from './history.ts';
import { oneLiveBenchmark } from './one-live.ts';
import { referenceFor } from './reference.ts';

const captured = capturedLive();
const past = historyOf(captured, []);
const lineOf = ({ metrics }: Benchmark, id: string): number | undefined => {
  const spread = metrics[id];
  return spread?.kind === 'line' ? spread.value : spread?.p50;
};
const perHour = (live: PastLive | undefined) => numberOf(live?.figures ?? {}, 'gmvPerHour');

describe('what a LIVE is compared with', () => {
  it('is what is usual of the own LIVEs, with what is reached once in four as target', () => {
    const { versus, benchmark, target } = referenceFor({ versus: 'usual' }, captured, []);
    expect([versus, benchmark.basis, target.kind]).toEqual(['usual', 'own', 'attainable']);
    // TikTok compared two of the steps.
    const limits = target.kind === 'attainable' ? Object.keys(target.limits ?? {}) : [];
    expect(limits).toEqual(['tapThroughRate', 'aov']);
    expect(benchmark.metrics.gmvPerHour).toMatchObject({ kind: 'quantiles', n: 18 });
  });

  it('can be the LIVE before, and the one with the highest GMV per hour, by their own figures', () => {
    const last = referenceFor({ versus: 'last' }, captured, []);
    expect(lineOf(last.benchmark, 'gmvPerHour')).toBe(perHour(past[0]));
    const best = referenceFor({ versus: 'best' }, captured, []);
    const highest = Math.max(...past.map((live) => perHour(live) ?? 0));
    expect(lineOf(best.benchmark, 'gmvPerHour')).toBe(highest);
    expect(highest).toBeGreaterThan(perHour(past[0]) ?? 0);
    for (const one of [last, best]) expect(one.target).toEqual({ kind: 'peer' });
  });

  it('can be TikTok’s comparison, as far as that goes', () => {
    const { versus, benchmark } = referenceFor({ versus: 'market' }, captured, []);
    expect(versus).toBe('market');
    expect(Math.round(lineOf(benchmark, 'aov') ?? 0)).toBe(207714);
  });

  it('can be the seller’s own targets, with what is usual beside them', () => {
    const targets = { ctor: 0.07 };
    const { versus, benchmark, target } = referenceFor(
      { versus: 'targets', targets },
      captured,
      [],
    );
    expect([versus, benchmark.basis]).toEqual(['targets', 'own']);
    expect(target).toMatchObject({ kind: 'custom', figures: targets });
  });

  it('gives way to what is usual where it has no figure, and that to TikTok’s comparison', () => {
    const alone = bareLive(captured.figures);
    const lives = earlier(5, 'VND', 25_000);
    expect(referenceFor({ versus: 'market' }, alone, lives).versus).toBe('usual');
    expect(referenceFor({ versus: 'feed' }, captured, []).versus).toBe('usual');
    const compared = { ...alone, comparisons: { market: { aov: { difference: -0.1 } }, own: {} } };
    for (const versus of ['usual', 'last', 'best'] as const) {
      // With few own LIVEs what is attainable stays the target: TikTok’s line itself would cry wolf.
      expect(referenceFor({ versus }, compared, [])).toMatchObject({
        versus: 'market',
        target: { kind: 'attainable' },
      });
    }
    expect(referenceFor({ versus: 'market' }, compared, []).target.kind).toBe('peer');
    expect(referenceFor({ versus: 'best' }, alone, [])).toMatchObject({
      versus: 'usual',
      benchmark: { metrics: {} },
    });
  });

  it('holds no money of another currency', () => {
    const { benchmark } = referenceFor({ versus: 'best' }, bareLive(captured.figures), [
      ...earlier(3, 'VND', 25_000),
      { ...rich, currency: money('1', 'USD').currency },
    ]);
    expect(lineOf(benchmark, 'gmvPerHour')).toBeLessThan(1e6 * 25_000);
    expect(lineOf(benchmark, 'liveCtr')).toBeLessThan(line.liveCtr);
  });
});

/** A LIVE that made more than any other. */
const rich: PastLive = {
  startedAt: unixSeconds(START - 3 * HOUR),
  endedAt: unixSeconds(START - HOUR),
  figures: figuresOf({ hours: 4, rates: { ...usual, liveCtr: line.liveCtr, aov: 1e6 } }, 'USD', 1),
};

describe('one LIVE as a benchmark', () => {
  it('has no total, which grows with the length of a LIVE', () => {
    const { metrics } = oneLiveBenchmark('last', rich, undefined);
    expect(metrics.gmv).toBeUndefined();
    expect(metrics.impressions).toBeUndefined();
  });
});
