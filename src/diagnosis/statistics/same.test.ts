import { describe, expect, it } from 'vitest';
import { differenceFrom, isSame } from './same.ts';

describe('two figures', () => {
  it('are the same where their difference rounds to 0 %', () => {
    expect(isSame(1.302, 1.298)).toBe(true);
    expect(isSame(26.05, 26.17)).toBe(true);
    expect(isSame(0.945, 0.946)).toBe(true);
    expect(isSame(1.006, 1)).toBe(false);
    expect(isSame(0.994, 1)).toBe(false);
    expect(isSame(0, 0)).toBe(true);
    expect(isSame(0.0001, 0)).toBe(false);
  });

  it('are the same where both are written alike', () => {
    const ratio = { unit: 'ratio', currency: undefined } as const;
    expect(isSame(1.2854, 1.2946)).toBe(false);
    expect(isSame(1.2854, 1.2946, ratio)).toBe(true);
    expect(differenceFrom(1.2854, 1.2946, ratio)).toBe(0);
    expect(differenceFrom(1.28, 1.6, ratio)).toBeCloseTo(-0.2, 9);
  });
});
