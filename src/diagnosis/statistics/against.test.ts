import { describe, expect, it } from 'vitest';
import type { FactorInput } from '../factor.ts';
import { fixtureInput, fixtureSession } from '../factors/fixture.ts';
import type { Comparison } from '../report.ts';
import { type Judging, judge } from './against.ts';

const plan: Judging = {
  metrics: ['commentRate'],
  seen: 'factor_comments_seen',
  advice: 'factor_comments_advice',
  sample: { of: 'views', more: 'factor_shared_moreViews' },
};
const session = fixtureSession({ values: { commentRate: 0.01, views: 5000 } });

const compared = (change: Partial<Comparison>): FactorInput => {
  const input = fixtureInput(session, { commentRate: { benchmark: 0.03 } });
  return { ...input, compare: (metric) => ({ ...input.compare(metric), ...change }) };
};

describe('judging a metric', () => {
  it("finds a gap below the seller's own usual band as well, and says so in the brief", () => {
    const anchors = { commentRate: { benchmark: 0.008, usual: [0.02, 0.03] as const } };
    expect(judge(fixtureInput(session, anchors), plan)).toMatchObject({
      state: 'gap',
      brief: { key: 'factor_shared_briefUsual' },
      seen: { values: { against: { phrase: { key: 'factor_shared_againstBoth' } } } },
    });
  });

  it('names whose the benchmark is', () => {
    const own = { value: 0.03, basis: 'own', n: 12 } as const;
    expect(judge(compared({ benchmark: own }), plan)).toMatchObject({
      seen: {
        values: {
          against: { phrase: { values: { basis: { message: 'report_basis_own' } } } },
        },
      },
    });
  });

  it('holds a LIVE against its usual band where the benchmark is the median of own LIVEs', () => {
    const own = { value: 0.03, basis: 'own', n: 12 } as const;
    const usual = { p25: 0.009, p50: 0.03, p75: 0.04, n: 12 };
    expect(judge(compared({ benchmark: own, usual }), plan)).toMatchObject({ state: 'fine' });
    expect(judge(compared({ usual }), plan)).toMatchObject({ state: 'gap' });
  });

  it('does not ask for ten thousands of views to tell a hair', () => {
    const near = fixtureSession({ values: { commentRate: 0.0295, views: 700 } });
    expect(judge(fixtureInput(near, { commentRate: { benchmark: 0.03 } }), plan)).toMatchObject({
      state: 'fine',
    });
    const far = fixtureSession({ values: { commentRate: 0.022, views: 700 } });
    expect(judge(fixtureInput(far, { commentRate: { benchmark: 0.03 } }), plan)).toMatchObject({
      state: 'scarce',
    });
  });

  it('follows the verdict that was worked out for all: the same is no gap', () => {
    expect(judge(compared({ verdict: 'same' }), plan)).toMatchObject({ state: 'fine' });
  });

  it('gives no verdict on an unknown denominator or on figures that contradict each other', () => {
    expect(judge(compared({ verdict: { none: 'unknown-denominator' } }), plan)).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_shared_needsDenominator' },
    });
    expect(judge(compared({ verdict: { none: 'contradicts' } }), plan)).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_shared_needsAgreement' },
    });
  });

  it('asks for something to compare with, and for the count the figure rests on', () => {
    expect(judge(fixtureInput(session), plan)).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_shared_needsAnchor' },
    });
    const countless = fixtureSession({ values: { commentRate: 0.01 } });
    expect(
      judge(fixtureInput(countless, { commentRate: { benchmark: 0.03 } }), plan),
    ).toMatchObject({
      state: 'missing',
      needs: { values: { metric: { message: 'metric_views_name' } } },
    });
  });

  it('takes one metric that is below for a gap, and shows that one', () => {
    const two = fixtureSession({ values: { commentRate: 0.04, shareRate: 0.001, views: 50_000 } });
    const anchors = { commentRate: { benchmark: 0.03 }, shareRate: { benchmark: 0.005 } };
    expect(
      judge(fixtureInput(two, anchors), { ...plan, metrics: ['commentRate', 'shareRate'] }),
    ).toMatchObject({
      state: 'gap',
      seen: { values: { metric: { message: 'metric_shareRate_name' } } },
    });
  });
});
