import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Benchmark, BenchmarkSchema } from '../metrics/benchmark.ts';
import { catalogue, type MetricId, metricIds } from '../metrics/catalogue.ts';
import { completeSession } from '../metrics/complete/complete-session.ts';
import { isListed } from '../metrics/sales-basis.ts';
import type { Session } from '../metrics/session.ts';
import { benchmarkFor, type OwnedBasis } from './benchmark/benchmark-for.ts';
import { historyOf } from './benchmark/history.ts';
import { comparisonsOf } from './comparisons.ts';
import { currencyOf } from './currency.ts';
import { bareLive, capturedLive, scalar } from './fixtures/captured.ts';
import type { Comparison } from './report.ts';
import { targetsOf } from './target.ts';

function compared(session: Session, basis: OwnedBasis): (id: MetricId) => Comparison | undefined {
  const history = historyOf(session, []);
  const target = targetsOf(benchmarkFor(basis, session, []), history, currencyOf(session));
  const all = comparisonsOf(completeSession(session), history, target, currencyOf(session));
  return (id) => all.find(({ metric }) => metric === id);
}

/** A LIVE with one figure against one market line. */
function against(id: 'likeRate', yours: number, difference: number): Comparison | undefined {
  const session = bareLive({ [id]: scalar(yours) });
  const market = { [id]: { difference } };
  return compared({ ...session, comparisons: { market, own: {} } }, 'market')(id);
}

describe('the comparison of a LIVE', () => {
  it('covers what can be told of an attributed LIVE, in the order of the catalogue', () => {
    const session = capturedLive();
    const history = historyOf(session, []);
    const all = comparisonsOf(session, history, () => undefined, currencyOf(session));
    const told = metricIds.filter((id) => isListed(id, session.figures));
    expect(all.map(({ metric }) => metric)).toEqual(told);
    expect(told).toContain('gmvPerHour');
    expect(told).not.toContain('directGmvPerHour');
    expect(told).not.toContain('averageViewDuration');
  });

  it("labels the captured LIVE against TikTok's market comparison, own medians standing in", () => {
    const of = compared(capturedLive(), 'market');
    expect(of('tapThroughRate')).toMatchObject({
      verdict: 'lower',
      benchmark: { basis: 'market' },
    });
    expect(of('aov')).toMatchObject({ verdict: 'lower', benchmark: { basis: 'market' } });
    expect(of('liveCtr')).toMatchObject({ verdict: 'lower', benchmark: { basis: 'own', n: 18 } });
    expect(of('averageViewDurationPerView')?.verdict).toEqual({ none: 'no-benchmark' });
    expect(of('likeRate')?.verdict).toEqual({ none: 'not-reported' });
  });

  it('labels the captured LIVE against the own LIVEs, with band, range and percentile', () => {
    const of = compared(capturedLive(), 'own');
    expect(of('tapThroughRate')?.verdict).toBe('higher');
    expect(of('aov')?.verdict).toBe('higher');
    expect(of('ctor')).toMatchObject({ verdict: 'lower', usual: { n: 18 } });
    expect(of('aov')?.range?.low).toBeCloseTo(57625, 0);
    const percentile = of('gmvPerHour')?.percentile ?? Number.NaN;
    expect(percentile).toBeGreaterThan(0.05);
    expect(percentile).toBeLessThan(0.5);
  });

  it('gives totals no verdict and no usual range', () => {
    const of = compared(capturedLive(), 'own');
    const { figures } = capturedLive();
    const totals = metricIds.filter((id) => !catalogue[id].comparable && isListed(id, figures));
    for (const id of totals) expect(of(id)?.verdict).toEqual({ none: 'not-comparable' });
    expect(of('gmv')).toMatchObject({ yours: expect.any(Number) });
    expect(totals.map((id) => of(id)?.usual ?? of(id)?.side)).toEqual(totals.map(() => undefined));
  });

  it('calls a difference that is shown as 0 % the same', () => {
    expect(against('likeRate', 0.2, -0.004)?.verdict).toBe('same');
    expect(against('likeRate', 0.2, 0.004)?.verdict).toBe('same');
    expect(against('likeRate', 0.2, -0.0005)?.verdict).toBe('same');
    expect(against('likeRate', 0.2, -0.01)?.verdict).toBe('lower');
    expect(against('likeRate', 0.2, 0.01)?.verdict).toBe('higher');
  });

  it('says when a CTR has no known denominator, and when answers contradict each other', () => {
    const gap = (field: string) =>
      ({ endpoint: 'core/stats', field, reason: 'contradicts' }) as const;
    const session = bareLive({ views: scalar(100) });
    const of = compared({ ...session, gaps: [gap('liveCtr'), gap('followRate')] }, 'own');
    expect(of('liveCtr')?.verdict).toEqual({ none: 'unknown-denominator' });
    expect(of('followRate')?.verdict).toEqual({ none: 'contradicts' });
    expect(of('shareRate')?.verdict).toEqual({ none: 'not-reported' });
  });

  it('trusts a contradicted rate only where its counts give the same verdict', () => {
    const gaps = [{ endpoint: 'core/stats', field: 'followRate', reason: 'contradicts' }] as const;
    const live = { ...capturedLive(), gaps: [...gaps] };
    // 0.0069 as reported and 5 ÷ 743 = 0.0067 both lie below the median 0.0075.
    expect(compared(live, 'own')('followRate')?.verdict).toBe('lower');
    const figures = { ...live.figures, newFollowers: scalar(7) };
    const verdict = compared({ ...live, figures }, 'own')('followRate')?.verdict;
    expect(verdict).toEqual({ none: 'contradicts' });
  });

  it('does not compare money of different currencies', () => {
    const session = capturedLive();
    const dollars = {
      basis: 'feed',
      currency: 'USD',
      metrics: { aov: { kind: 'line', value: 30 }, liveCtr: { kind: 'line', value: 0.4 } },
    };
    const target = targetsOf(asBenchmark(dollars), historyOf(session, []), currencyOf(session));
    expect(target('aov')?.figure.basis).toBe('own');
    expect(target('liveCtr')?.figure).toEqual({ value: 0.4, basis: 'feed' });
  });
});

const asBenchmark = (value: unknown): Benchmark => v.parse(BenchmarkSchema, value);
