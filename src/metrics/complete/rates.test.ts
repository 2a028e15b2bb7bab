import { describe, expect, it } from 'vitest';
import { type MetricId, metric } from '../catalogue.ts';
import type { Figures } from '../figure.ts';
import { unixMs } from '../time.ts';
import { addRates } from './rates.ts';

const origin = { how: 'file', endpoint: 'test', at: unixMs(1_781_200_000_000) } as const;

/** Rates of scalar figures, with the two that each is made of. */
const rates: readonly (readonly [rate: MetricId, numerator: MetricId, denominator: MetricId])[] = [
  ['likeRate', 'likes', 'views'],
  ['addToCartRate', 'addToCarts', 'productClicks'],
  ['viewsPerViewer', 'views', 'viewers'],
];

describe('a rate', () => {
  it.each(rates)('%s is worked out where %s and %s are known', (rate, numerator, denominator) => {
    expect(metric(rate).parts).toEqual({ numerator, denominator });
    const figures: Figures = {
      [numerator]: { value: 30, origin },
      [denominator]: { value: 120, origin },
    };
    addRates(figures, {});
    expect(figures[rate]).toMatchObject({ value: 0.25, derivedFrom: [numerator, denominator] });
  });

  it.each(rates)('%s stays absent where one of its parts is', (rate, numerator, denominator) => {
    for (const part of [numerator, denominator]) {
      const figures: Figures = { [part]: { value: 30, origin } };
      addRates(figures, {});
      expect(figures[rate]).toBeUndefined();
    }
  });
});
