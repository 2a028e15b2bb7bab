import { describe, expect, it } from 'vitest';
import { mixBarsOf, mixRowsOf } from './mix-bars.ts';

const part = (name: string, usual: number, yours: number) => ({
  name,
  usual,
  yours,
  shareUsual: 0.5,
  shareYours: 0.5,
  volume: 30,
  mix: -10,
  rates: [5, 15],
  rest: 0,
});
const mix = {
  by: 'source',
  steps: ['tapThroughRate', 'gmvPerView'],
  lives: 5,
  most: 'volume',
  usual: 100,
  yours: 60,
  volume: 30,
  mix: -10,
  rates: [5, 15],
  rest: 0,
  parts: [part('search', 20, 25), part('foru', 80, 35)],
} as const;

describe('the bars from the usual to this LIVE', () => {
  it('each start where the one before ended, losses downwards', () => {
    expect(mixBarsOf(mix)).toEqual([
      { id: 'usual', amount: 100, low: 0, high: 100 },
      { id: 'volume', amount: -30, low: 70, high: 100 },
      { id: 'mix', amount: 10, low: 70, high: 80 },
      { id: 'rates', amount: -20, low: 60, high: 80 },
      { id: 'yours', amount: 60, low: 0, high: 60 },
    ]);
  });

  it('set apart what contradicts itself, so that they still end at this LIVE', () => {
    const bars = mixBarsOf({ ...mix, yours: 55, rest: 5 });
    expect(bars.find(({ id }) => id === 'rest')).toMatchObject({ amount: -5, low: 55, high: 60 });
  });
});

describe('the parts', () => {
  it('stand with the widest difference first, a loss below zero', () => {
    const [first, second] = mixRowsOf(mix);
    expect(first).toMatchObject({ name: 'foru', volume: -30, mix: 10, rates: -20 });
    expect(second?.name).toBe('search');
  });
});
