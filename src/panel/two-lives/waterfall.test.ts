import { describe, expect, it } from 'vitest';
import { waterfallBars, waterfallScale } from './waterfall.ts';

const part = (step: 'ctor' | 'aov', amount: number) => ({
  step,
  metric: step,
  first: 1,
  second: 1,
  amount,
});
const money = {
  state: 'told',
  metric: 'gmvPerHour',
  currency: undefined,
  first: 60,
  second: 100,
  difference: -40,
  parts: [part('ctor', -80), part('aov', 30)],
  rest: { amount: 10, reason: 'medians' },
  unknown: [],
} as const;

describe('the way from one GMV per hour to another', () => {
  it('goes on where the bar before ended, and arrives', () => {
    expect(waterfallBars(money, 1)).toEqual([
      { id: 'second', from: 0, to: 100 },
      { id: 'ctor', from: 100, to: 20 },
      { id: 'aov', from: 20, to: 50 },
      { id: 'rest', from: 50, to: 60 },
      { id: 'first', from: 0, to: 60 },
    ]);
  });

  it('shows no rest that nobody would see', () => {
    const little = { ...money, rest: { amount: 0.4, reason: 'rounding' } } as const;
    expect(waterfallBars(little, 1).map(({ id }) => id)).not.toContain('rest');
  });

  it('is drawn from its lowest point to its highest, nothing included, also below nothing', () => {
    const scale = waterfallScale([{ id: 'first', from: 0, to: -50 }]);
    expect([scale(-50), scale(0)]).toEqual([0, 1]);
    expect(waterfallScale([{ id: 'first', from: 0, to: 0 }])(0)).toBe(0);
  });
});
