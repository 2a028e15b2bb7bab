import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../diagnosis/report.ts';
import { factorCount, factorGroups } from './factor-groups.ts';

const finding = (
  factor: string,
  group: Finding['group'],
  state: Finding['state'],
  more: Partial<Finding> = {},
): Finding => ({
  factor,
  title: { key: 'factor_shares_title' },
  lever: 'how-to-sell',
  group,
  state,
  evidence: [],
  stretches: [],
  ...more,
});
const fix = (factor: string, more: Partial<Fix>): Fix => ({
  id: factor,
  deed: { key: 'verdict_pin_deed' },
  factor,
  ...more,
});
const money = { value: 100 };
const buy = 'interaction-conversion';
const findings = [
  finding('clicks', buy, 'gap', { step: 'liveCtr', money }),
  finding('orders', buy, 'gap', { step: 'ctor', money }),
  finding('reach', 'entry-stay', 'gap', { step: 'impressionsPerHour', money }),
  finding('quiet', buy, 'gap', { step: 'liveCtr' }),
  finding('pins', buy, 'gap', { step: 'liveCtr' }),
  finding('pin-choice', buy, 'gap'),
  finding('stock', buy, 'gap'),
  finding('start', 'entry-stay', 'gap'),
  finding('likes', buy, 'fine', { step: 'liveCtr' }),
  finding('basket', buy, 'not-enough-data', { needs: { key: 'report_needs_nothing' } }),
  finding('shares', buy, 'not-enough-data', { needs: { key: 'report_needs_orders' } }),
  finding('ads', 'entry-stay', 'cannot-judge'),
  finding('staying', 'entry-stay', 'error'),
];
const fixes = [
  fix('clicks', { money }),
  fix('quiet', { money: { value: 14, low: 6, high: 22 } }),
  fix('pin-choice', { money: { value: 60, low: 30, high: 90 }, atLeast: true }),
  fix('stock', { brief: { key: 'factor_ads_briefNone' } }),
];
const grouped = (kind: Parameters<typeof factorGroups>[1]) =>
  factorGroups({ findings, fixes }, kind);
const names = (kind: Parameters<typeof factorGroups>[1]) =>
  grouped(kind).map(({ group, factors }) => [
    group,
    ...factors.map(({ finding: one, explainsAbove }) => (explainsAbove ? ' ' : '') + one.factor),
  ]);

describe('the groups of factors', () => {
  it('tell what costs money from what may play a part, in both of TikTok’s groups', () => {
    expect(names('costs')).toEqual([
      [buy, 'clicks', ' quiet', 'orders', 'pin-choice'],
      ['entry-stay', 'reach'],
    ]);
    expect(names('may')).toEqual([
      [buy, 'pins', 'stock'],
      ['entry-stay', 'start'],
    ]);
    expect(factorCount(grouped('costs'))).toBe(5);
  });

  it('have an amount on every row that costs money, that of the first screen too, and on no other', () => {
    const costs = grouped('costs').flatMap(({ factors }) => factors);
    expect(costs.map(({ finding: one, cost }) => [one.factor, cost])).toEqual([
      ['clicks', { estimate: money, atLeast: false }],
      ['quiet', { estimate: { value: 14, low: 6, high: 22 }, atLeast: false }],
      ['orders', { estimate: money, atLeast: false }],
      ['pin-choice', { estimate: { value: 30 }, atLeast: true }],
      ['reach', { estimate: money, atLeast: false }],
    ]);
    const others = (['may', 'fine', 'needs-data'] as const).flatMap(grouped);
    expect(others.flatMap(({ factors }) => factors).some(({ cost }) => cost !== undefined)).toBe(
      false,
    );
  });

  it('ask for data only where data is what is missing', () => {
    expect(names('fine')).toEqual([[buy, 'likes', 'basket'], ['entry-stay']]);
    expect(names('needs-data')).toEqual([
      [buy, 'shares'],
      ['entry-stay', 'ads', 'staying'],
    ]);
  });

  it('hold every factor once', () => {
    const all = (['costs', 'may', 'fine', 'needs-data'] as const).map(grouped).map(factorCount);
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(findings.length);
  });

  it('are both there without any factor', () => {
    expect(factorGroups({ findings: [], fixes: [] }, 'fine')).toEqual([
      { group: 'entry-stay', factors: [] },
      { group: buy, factors: [] },
    ]);
  });
});
