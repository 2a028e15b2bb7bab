import { describe, expect, it } from 'vitest';
import { whatIf } from '../../diagnosis/decomposition/what-if.ts';
import { bareLive } from '../../diagnosis/fixtures/captured.ts';
import type { Finding, Report, StepPotential } from '../../diagnosis/report.ts';
import { timelineReportOf } from '../../diagnosis/timeline-report.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import {
  asItWas,
  atTarget,
  figureIn,
  leversAtTarget,
  solvable,
  stillSolvable,
  withFactor,
  withStep,
} from './imagined.ts';

function room(): RoomId {
  const id = parseRoomId('7649951805363391253');
  if (id === undefined) throw new Error('not a room id');
  return id;
}

const step = (
  id: StepPotential['id'],
  yours: number,
  target: number,
  verdict: StepPotential['verdict'],
): StepPotential => ({
  id,
  metric: id,
  yours,
  now: { value: yours, low: yours * 0.9, high: yours * 1.1 },
  target: { value: target, kind: 'own-p75', n: 12 },
  prior: { rests: 'own', lives: 12 },
  verdict,
});

const finding = (factor: string, of: StepPotential['id'], state: Finding['state']): Finding => ({
  factor,
  title: { key: 'metric_ctor_name' },
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  step: of,
  state,
  evidence: [],
  stretches: [],
});

const ctor = step('ctor', 0.05, 0.1, 'pull');
const clicks = step('liveCtr', 0.2, 0.3, 'unsure');
const order = step('aov', 30, 25, 'fine');
const report: Report = {
  version: 1,
  room: room(),
  basis: 'market',
  simulated: false,
  funnel: { orders: 'main', basis: 'attributed' },
  standing: 'can-improve',
  verdict: {
    versus: 'usual',
    metric: 'gmvPerHour',
    yours: 100,
    isAsUsual: false,
    headline: { key: 'verdict_untold' },
    steps: [],
    lives: [],
  },
  summary: { key: 'report_summary_missing' },
  narrative: [],
  fixes: [],
  headline: { key: 'verdict_untold' },
  gap: { state: 'missing', yours: [], benchmark: [] },
  potential: {
    choice: 'attainable',
    conditions: 'all',
    yours: { value: 100, low: 80, high: 120 },
    steps: [ctor, clicks, order],
    healthy: 0.01,
  },
  comparisons: [],
  findings: [
    finding('conversion', 'ctor', 'gap'),
    finding('pins', 'ctor', 'gap'),
    finding('clicks', 'liveCtr', 'not-enough-data'),
    finding('basket', 'aov', 'gap'),
  ],
  history: [],
  timeline: timelineReportOf({ session: bareLive({}), history: [], currency: undefined }),
};
const [conversion, pins] = solvable(report);

describe('what is imagined', () => {
  it('starts as the LIVE was', () => {
    expect([ctor, clicks, order].map((one) => figureIn(asItWas, one, report))).toEqual([
      0.05, 0.2, 30,
    ]);
    expect(whatIf(report, asItWas)?.value).toBe(100);
  });

  it('starts from a lever with its step at the target', () => {
    expect(atTarget(ctor)).toEqual({ steps: { ctor: 0.1 } });
    const { target, ...bare } = ctor;
    expect(atTarget(bare)).toBe(asItWas);
  });

  it('puts only the steps worth changing at their targets', () => {
    expect(leversAtTarget(report)).toEqual({ steps: { ctor: 0.1 } });
    const none = { ...report, potential: { ...potentialOf(report), steps: [clicks, order] } };
    expect(leversAtTarget(none)).toBeUndefined();
  });

  it('offers the gaps whose step lies below its target', () => {
    expect(solvable(report).map(({ factor }) => factor)).toEqual(['conversion', 'pins']);
  });

  it('counts several solved findings of one step once', () => {
    if (conversion === undefined || pins === undefined) throw new Error('nothing to solve');
    const one = withFactor(asItWas, conversion, true);
    const both = withFactor(one, pins, true);
    expect(figureIn(both, ctor, report)).toBe(0.1);
    expect(whatIf(report, both)?.value).toBeCloseTo(200, 9);
    expect(whatIf(report, both)).toEqual(whatIf(report, one));
    const neither = withFactor(withFactor(both, pins, false), conversion, false);
    expect(whatIf(report, neither)?.value).toBe(100);
  });

  it('drops what is no longer a gap, and keeps what the hand did', () => {
    if (conversion === undefined) throw new Error('nothing to solve');
    const both = withStep(withFactor(asItWas, conversion, true), 'aov', 40);
    expect(stillSolvable(both, solvable(report))).toEqual(both);
    expect(stillSolvable(both, [])).toEqual({ steps: { aov: 40 }, accepted: [] });
  });

  it('lets the hand and the checkbox move a step in turn', () => {
    if (conversion === undefined) throw new Error('nothing to solve');
    const solved = withFactor(withStep(asItWas, 'ctor', 0.02), conversion, true);
    expect(figureIn(solved, ctor, report)).toBe(0.1);
    const moved = withStep(solved, 'ctor', 0.02);
    expect(figureIn(moved, ctor, report)).toBe(0.02);
    expect(figureIn(withStep(moved, 'ctor', undefined), ctor, report)).toBe(0.1);
  });
});

function potentialOf({ potential }: Report) {
  if (potential === undefined) throw new Error('no potential');
  return potential;
}
