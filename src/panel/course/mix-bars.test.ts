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

describe('the bars of what changed GMV/h', () => {
  it('say what each cause added, losses below zero, and sum to the difference', () => {
    const bars = mixBarsOf(mix);
    expect(bars).toEqual([
      { id: 'volume', amount: -30 },
      { id: 'mix', amount: 10 },
      { id: 'rates', amount: -20 },
    ]);
    expect(bars.reduce((sum, { amount }) => sum + amount, 0)).toBe(mix.yours - mix.usual);
  });

  it('set apart what contradicts itself', () => {
    const bars = mixBarsOf({ ...mix, rest: 5 });
    expect(bars.at(-1)).toEqual({ id: 'rest', amount: -5 });
  });
});

describe('the parts', () => {
  it('stand with the widest difference first, a loss below zero', () => {
    const [first, second] = mixRowsOf(mix);
    expect(first).toMatchObject({ name: 'foru', volume: -30, mix: 10, rates: -20 });
    expect(second?.name).toBe('search');
  });
});
