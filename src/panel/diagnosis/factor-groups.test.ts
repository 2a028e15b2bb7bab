import { describe, expect, it } from 'vitest';
import type { Finding } from '../../diagnosis/report.ts';
import { factorCount, factorGroups, leading } from './factor-groups.ts';

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
const money = { value: 100 };
const buy = 'interaction-conversion';
const findings = [
  finding('clicks', buy, 'gap', { step: 'liveCtr', money }),
  finding('orders', buy, 'gap', { step: 'ctor', money }),
  finding('reach', 'entry-stay', 'gap', { step: 'impressionsPerHour', money }),
  finding('pins', buy, 'gap', { step: 'liveCtr' }),
  finding('gems', buy, 'gap'),
  finding('likes', buy, 'fine', { step: 'liveCtr' }),
  finding('shares', buy, 'not-enough-data'),
  finding('ads', 'entry-stay', 'cannot-judge'),
  finding('staying', 'entry-stay', 'error'),
];
const names = (kind: Parameters<typeof factorGroups>[1]) =>
  factorGroups(findings, kind).map(({ group, factors }) => [
    group,
    ...factors.map(({ finding: one, explainsAbove }) => (explainsAbove ? ' ' : '') + one.factor),
  ]);

describe('the groups of factors', () => {
  it('tell what costs money from what is fine and what needs data, in both of TikTok’s groups', () => {
    expect(names('costs')).toEqual([
      [buy, 'clicks', ' pins', 'orders', 'gems'],
      ['entry-stay', 'reach'],
    ]);
    expect(names('fine')).toEqual([[buy, 'likes'], ['entry-stay']]);
    expect(names('needs-data')).toEqual([
      [buy, 'shares'],
      ['entry-stay', 'ads', 'staying'],
    ]);
    expect(factorCount(factorGroups(findings, 'costs'))).toBe(5);
  });

  it('lead with all that have money, and with others as long as there is room', () => {
    const [first] = factorGroups(findings, 'costs');
    const lead = (most: number) =>
      leading(first.factors, most).map(({ finding: one }) => one.factor);
    expect(lead(3)).toEqual(['clicks', 'pins', 'orders']);
    expect(lead(1)).toEqual(['clicks', 'orders']);
    expect(lead(9)).toEqual(['clicks', 'pins', 'orders', 'gems']);
  });

  it('are both there without any factor', () => {
    expect(factorGroups([], 'fine')).toEqual([
      { group: 'entry-stay', factors: [] },
      { group: buy, factors: [] },
    ]);
  });
});
