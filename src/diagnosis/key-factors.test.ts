import { describe, expect, it } from 'vitest';
import { metric } from '../metrics/catalogue.ts';
import { courseOf } from './course.ts';
import { factors } from './factors/index.ts';
import { keyFactors, shownBy } from './key-factors.ts';

describe('the key factors', () => {
  it('are factors, once each', () => {
    const ids = keyFactors.map(({ id }) => id);
    const known = factors.map(({ id }) => id);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are all that carry a step’s money, each shown by that step', () => {
    for (const { id, moneyOf } of factors) {
      if (moneyOf !== undefined) expect(shownBy(id), id).toBe(moneyOf);
    }
  });

  it('are shown by a metric that LIVEs compare in and that a part of a LIVE can have', () => {
    for (const { id, shownBy: shown } of keyFactors) {
      expect(metric(shown).comparable, id).toBe(true);
      expect(courseOf(shown), id).toBeDefined();
    }
  });

  it('are shown by nothing where no metric of a LIVE does', () => {
    expect(shownBy('compliance')).toBeUndefined();
    expect(shownBy('a factor of a later build')).toBeUndefined();
  });
});
