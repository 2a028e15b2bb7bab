import type { Mix } from '../../diagnosis/course/mix.ts';

/** One bar from the usual GMV/h to this LIVE's; money per hour. */
export interface MixBar {
  readonly id: 'usual' | 'volume' | 'mix' | 'rates' | 'rest' | 'yours';
  /** What it adds to the bar before; an end's own height. */
  readonly amount: number;
  readonly low: number;
  readonly high: number;
}

/** The waterfall usual → volume → mix → rates → yours; counts that contradict each other stand apart where there are any. */
export function mixBarsOf(mix: Omit<Mix, 'text' | 'names'>): readonly MixBar[] {
  const effects = [
    { id: 'volume', amount: -mix.volume },
    { id: 'mix', amount: -mix.mix },
    { id: 'rates', amount: -sum(mix.rates) },
    ...(mix.rest === 0 ? [] : [{ id: 'rest', amount: -mix.rest } as const]),
  ] as const;
  let level = mix.usual;
  return [
    end('usual', mix.usual),
    ...effects.map(({ id, amount }): MixBar => {
      const from = level;
      level += amount;
      return { id, amount, low: Math.min(from, level), high: Math.max(from, level) };
    }),
    end('yours', mix.yours),
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

const end = (id: 'usual' | 'yours', amount: number): MixBar => ({
  id,
  amount,
  low: 0,
  high: amount,
});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
