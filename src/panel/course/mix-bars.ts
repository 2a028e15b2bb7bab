import type { Mix } from '../../diagnosis/course/mix.ts';

/** What one cause added to this LIVE's GMV per hour, or took from it. */
export interface MixBar {
  readonly id: 'volume' | 'mix' | 'rates' | 'rest';
  /** Money per hour; a loss lies below zero. */
  readonly amount: number;
}

/** What reach, mix and conversion did; counts that contradict each other stand apart where there are any. */
export function mixBarsOf(mix: Pick<Mix, 'volume' | 'mix' | 'rates' | 'rest'>): readonly MixBar[] {
  return [
    { id: 'volume', amount: -mix.volume },
    { id: 'mix', amount: -mix.mix },
    { id: 'rates', amount: -sum(mix.rates) },
    ...(mix.rest === 0 ? [] : [{ id: 'rest', amount: -mix.rest } as const]),
  ];
}

/** A part's own effects, as they add to this LIVE; the widest difference first. */
export function mixRowsOf({ parts }: Pick<Mix, 'parts'>) {
  return parts
    .map(({ name, yours, usual, volume, mix, rates }) => ({
      name,
      yours,
      usual,
      volume: -volume,
      mix: -mix,
      rates: -sum(rates),
    }))
    .sort((a, b) => Math.abs(b.yours - b.usual) - Math.abs(a.yours - a.usual));
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
