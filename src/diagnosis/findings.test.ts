import { describe, expect, it } from 'vitest';
import type { Factor, Outcome } from './factor.ts';
import { findingsOf } from './findings.ts';
import { bareLive, scalar } from './fixtures/captured.ts';
import { gapOf } from './gap.ts';
import { type Finding, type StepId, stepIds } from './report.ts';

const text = { key: 'report_summary_missing' } as const;
const gapOutcome: Outcome = {
  state: 'gap',
  brief: text,
  seen: text,
  advice: text,
  evidence: [],
};
const factor = (id: string, outcome: Outcome, rest: Partial<Factor> = {}): Factor => ({
  id,
  title: 'metric_ctor_name',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  evaluate: () => outcome,
  ...rest,
});
const carrying = (id: StepId): Factor => factor(id, gapOutcome, { moneyOf: id, explains: id });

function findings(
  factors: readonly Factor[],
  yours: readonly number[] = [42000, 0.051, 0.118, 0.021, 27.5],
  session = bareLive({}),
): readonly Finding[] {
  const benchmark = [60000, 0.064, 0.135, 0.034, 24];
  const at = (side: readonly number[], id: StepId): number => side[stepIds.indexOf(id)] ?? 0;
  const gap = gapOf(
    { steps: Object.fromEntries(stepIds.map((id) => [id, at(yours, id)])), missing: [] },
    (id) => ({ value: at(benchmark, id), basis: 'market' }),
    undefined,
  );
  const compare = (metric: Parameters<Parameters<Factor['evaluate']>[0]['compare']>[0]) =>
    ({ metric, verdict: { none: 'not-reported' } }) as const;
  return findingsOf(factors, { session, compare, gap, history: [] });
}

const names = (list: readonly Finding[]): string[] => list.map(({ factor: id }) => id);

describe('the findings', () => {
  it('come gaps by money first, then gaps without, fine, scarce, missing and failed', () => {
    const failing = factor('failing', gapOutcome, {
      evaluate: () => {
        throw new Error('broken');
      },
    });
    const list = findings([
      failing,
      factor('missing', { state: 'missing', needs: text }),
      factor('scarce', { state: 'scarce', needs: text }),
      factor('fine', { ...gapOutcome, state: 'fine' }),
      factor('no-step', gapOutcome),
      factor('explains', gapOutcome, { explains: 'liveCtr' }),
      carrying('liveCtr'),
      carrying('ctor'),
      carrying('impressionsPerHour'),
    ]);
    expect(names(list)).toEqual([
      'ctor',
      'impressionsPerHour',
      'liveCtr',
      'explains',
      'no-step',
      'fine',
      'scarce',
      'missing',
      'failing',
    ]);
    expect(list.map(({ state }) => state).slice(5)).toEqual([
      'fine',
      'not-enough-data',
      'cannot-judge',
      'error',
    ]);
  });

  it('put the upstream step first on equal money', () => {
    const yours = [60000, 0.032, 0.135, 0.017, 24];
    expect(names(findings([carrying('ctor'), carrying('tapThroughRate')], yours))).toEqual([
      'tapThroughRate',
      'ctor',
    ]);
  });

  it('carry a step at most once, and nothing where this LIVE is ahead', () => {
    const twice = { ...carrying('ctor'), id: 'second' };
    const list = findings([carrying('ctor'), twice, carrying('aov')]);
    const withMoney = list.filter(({ money }) => money !== undefined);
    expect(names(withMoney)).toEqual(['ctor']);
    expect(withMoney[0]?.money?.value).toBeCloseTo(125.459226, 6);
    expect(withMoney[0]?.sureness).toBeUndefined();
  });

  it('turn figures that are no numbers into an error', () => {
    const values = { share: { kind: 'percent', value: Number.NaN } } as const;
    const [finding] = findings([factor('nan', { ...gapOutcome, seen: { ...text, values } })]);
    expect(finding).toMatchObject({ state: 'error', needs: { key: 'report_factor_failed' } });
  });

  it('say how much is needed where chance could explain the step', () => {
    const session = bareLive({ productClicks: scalar(50), orders: scalar(1) });
    const yours = [42000, 0.051, 0.118, 0.02, 27.5];
    const [finding] = findings([carrying('ctor')], yours, session);
    expect(finding).toMatchObject({ state: 'not-enough-data' });
    expect(finding?.needs?.key).toBe('report_needs_clicks');
    expect(finding).not.toHaveProperty('money');
    expect(finding).not.toHaveProperty('advice');
    const enough = bareLive({ productClicks: scalar(5000), orders: scalar(100) });
    const [sure] = findings([carrying('ctor')], yours, enough);
    expect(sure).toMatchObject({ state: 'gap', money: { low: expect.any(Number) } });
    expect(sure?.sureness).toBeGreaterThan(0.99);
  });
});
