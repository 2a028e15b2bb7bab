import { describe, expect, it } from 'vitest';
import { usualKind } from './decomposition/funnel-kind.ts';
import type { Factor, Outcome } from './factor.ts';
import { findingsOf } from './findings.ts';
import { bareLive } from './fixtures/captured.ts';
import type { Finding, Potential, StepId, StepPotential } from './report.ts';

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
  owners: ['host'],
  advises: [{ key: 'factor_comments_advice', deed: 'factor_comments_deed' }],
  evaluate: () => outcome,
  ...rest,
});
const carrying = (id: StepId): Factor => factor(id, gapOutcome, { moneyOf: id, explains: id });

const step = (id: StepId, rest: Partial<StepPotential> = {}): StepPotential => ({
  id,
  metric: id,
  yours: 0.018,
  now: { value: 0.02, low: 0.01, high: 0.03 },
  target: { value: 0.03, kind: 'own-p75', n: 12 },
  attain: { value: 100, low: 50, high: 150 },
  sureness: 0.9,
  topChance: 0.5,
  capture: 0.6,
  prior: { rests: 'own', lives: 12 },
  verdict: 'pull',
  ...rest,
});
const potential = (...steps: readonly StepPotential[]): Potential => ({
  choice: 'attainable',
  conditions: 'all',
  yours: { value: 500 },
  steps,
  healthy: 0,
});

function findings(factors: readonly Factor[], found?: Potential): readonly Finding[] {
  const compare = (metric: Parameters<Parameters<Factor['evaluate']>[0]['compare']>[0]) =>
    ({ metric, verdict: { none: 'not-reported' } }) as const;
  const gap = { state: 'missing', yours: [], benchmark: [] } as const;
  return findingsOf(
    factors,
    { session: bareLive({}), compare, gap, history: [], currency: undefined, kind: usualKind },
    found,
  );
}

const names = (list: readonly Finding[]): string[] => list.map(({ factor: id }) => id);

describe('the findings', () => {
  it('come gaps in the order of the potential, then gaps without money, fine, scarce, missing and failed', () => {
    const failing = factor('failing', gapOutcome, {
      evaluate: () => {
        throw new Error('broken');
      },
    });
    const list = findings(
      [
        failing,
        factor('missing', { state: 'missing', needs: text }),
        factor('scarce', { state: 'scarce', needs: text }),
        factor('fine', { ...gapOutcome, state: 'fine' }),
        factor('no-step', gapOutcome),
        factor('explains', gapOutcome, { explains: 'liveCtr' }),
        carrying('liveCtr'),
        carrying('ctor'),
        carrying('impressionsPerHour'),
      ],
      potential(step('ctor'), step('impressionsPerHour'), step('liveCtr')),
    );
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

  it('carry a step at most once, with the money and sureness of its potential', () => {
    const twice = { ...carrying('ctor'), id: 'second' };
    const list = findings([carrying('ctor'), twice], potential(step('ctor')));
    const withMoney = list.filter(({ money }) => money !== undefined);
    expect(withMoney).toMatchObject([
      { factor: 'ctor', state: 'gap', money: { value: 100, low: 50, high: 150 }, sureness: 0.9 },
    ]);
  });

  it('tell the LIVE’s own figure and the target in the row of the step, and no other figure of it', () => {
    const cellOf = (value: number) => ({
      key: 'factor_shared_cell',
      values: { value: { kind: 'rate', value } },
    });
    const own = { label: { key: 'metric_ctor_name' }, yours: cellOf(0.018), target: cellOf(0.03) };
    const [bare] = findings([carrying('ctor')], potential(step('ctor')));
    expect(bare?.evidence).toEqual([own]);
    const row = { label: { key: 'metric_ctor_name' }, yours: text, usual: text } as const;
    const other = { label: { key: 'metric_aov_name' }, yours: text } as const;
    const outcome = { ...gapOutcome, evidence: [other, row] };
    const [told] = findings(
      [factor('ctor', outcome, { moneyOf: 'ctor' })],
      potential(step('ctor')),
    );
    expect(told?.evidence).toEqual([other, { ...row, target: own.target }]);
  });

  it('say what would settle a step that chance may explain', () => {
    const needs = {
      key: 'report_needs_clicks',
      values: { count: { kind: 'count', value: 540 } },
    } as const;
    const unsure = potential(step('ctor', { verdict: 'unsure', needs }));
    for (const outcome of [gapOutcome, { ...gapOutcome, state: 'fine' } as const]) {
      const [finding] = findings([factor('ctor', outcome, { moneyOf: 'ctor' })], unsure);
      expect(finding).toMatchObject({ state: 'not-enough-data', needs });
      expect(finding).not.toHaveProperty('money');
      expect(finding).not.toHaveProperty('advice');
    }
  });

  it('are no gap where nothing is to be gained, whatever the factor says', () => {
    const [finding] = findings([carrying('ctor')], potential(step('ctor', { verdict: 'fine' })));
    expect(finding).toMatchObject({ state: 'fine', seen: { key: 'report_step_fine' } });
    expect(finding).not.toHaveProperty('money');
    expect(finding).not.toHaveProperty('advice');
  });

  it("give a step's own advice where the factor alone saw no gap", () => {
    const key = 'factor_clickToOrder_advice';
    const quiet = factor(
      'ctor',
      { state: 'fine', brief: text, seen: text, evidence: [] },
      { moneyOf: 'ctor', advises: [{ key, deed: 'step_ctor_deed' }] },
    );
    const [finding] = findings([quiet], potential(step('ctor')));
    expect(finding).toMatchObject({ state: 'gap', advice: { key } });
    expect(finding?.seen?.key).toBe('report_step_pull');
  });

  it('stay as they are where an input of the factor is missing, or the step has no target', () => {
    const missing = factor('ctor', { state: 'missing', needs: text }, { moneyOf: 'ctor' });
    expect(findings([missing], potential(step('ctor')))).toEqual(findings([missing]));
    const { target, attain, sureness, ...bare } = step('ctor');
    expect(findings([carrying('ctor')], potential(bare))).toEqual(findings([carrying('ctor')]));
  });

  it('turn figures that are no numbers into an error', () => {
    const values = { share: { kind: 'percent', value: Number.NaN } } as const;
    const [finding] = findings([factor('nan', { ...gapOutcome, seen: { ...text, values } })]);
    expect(finding).toMatchObject({ state: 'error', needs: { key: 'report_factor_failed' } });
  });
});
