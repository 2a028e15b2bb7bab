import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints } from '../../platform/format.ts';
import { isSame } from './same.ts';

describe('two figures', () => {
  it('are the same where their difference is shown as 0 %', () => {
    expect(isSame(1.302, 1.298)).toBe(true);
    expect(isSame(26.05, 26.17)).toBe(true);
    expect(isSame(0.945, 0.946)).toBe(true);
    expect(isSame(1.006, 1)).toBe(false);
    expect(isSame(0.994, 1)).toBe(false);
    expect(isSame(0, 0)).toBe(true);
    expect(isSame(0.0001, 0)).toBe(false);
  });

  it('are the same nowhere else', () => {
    const figure = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(figure, figure, (value, other) => {
        const shown = formatPoints(value / other - 1, 'en');
        expect(isSame(value, other)).toBe(shown === '0%');
      }),
    );
  });
});
