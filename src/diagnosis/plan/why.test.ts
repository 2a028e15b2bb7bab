import { describe, expect, it } from 'vitest';
import type { Finding } from '../report.ts';
import { whyOf } from './why.ts';

const finding = (more: Partial<Finding>): Finding => ({
  factor: 'first-impression',
  title: { key: 'factor_firstImpression_title' },
  lever: 'where-to-stream',
  group: 'entry-stay',
  state: 'gap',
  evidence: [],
  stretches: [],
  ...more,
});
const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
const brief = {
  key: 'factor_shared_briefBenchmark',
  values: { yours: text('2.57%'), benchmark: text('2.87%') },
} as const;

describe('why a factor is proposed', () => {
  it('names the figure and what it is against, where it compares one', () => {
    const values = {
      metric: { kind: 'message', message: 'metric_ctor_name' },
      yours: text('2.57%'),
      against: text('Benchmark: 2.87%.'),
    } as const;
    const seen = { key: 'factor_firstImpression_seen', values } as const;
    expect(whyOf(finding({ brief, seen }), undefined)).toEqual({ key: 'plan_why_figure', values });
  });

  it('is the whole sentence where two figures are of something else', () => {
    const seen = { key: 'factor_startSlot_seen' } as const;
    expect(whyOf(finding({ brief, seen }), undefined)).toEqual(seen);
  });

  it('is what was seen in few words where these stand for themselves', () => {
    const few = { key: 'report_step_brief' } as const;
    expect(whyOf(finding({ brief: few }), undefined).key).toBe('plan_why_seen');
    expect(whyOf(finding({}), undefined).key).toBe('plan_why_below');
  });
});
