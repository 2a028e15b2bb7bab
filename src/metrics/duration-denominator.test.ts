import { describe, expect, it } from 'vitest';
import { watchedOver } from './duration-denominator.ts';

const six = (value: number) => ({ value, tolerance: 5.1e-7 });
const whole = (value: number) => ({ value, tolerance: 0.51 });

describe('what a mean length of watching is over', () => {
  it('is told by the whole seconds that were watched, in both captured rooms', () => {
    expect(watchedOver(six(23.139973), { views: 743, viewers: 608 })).toBe('views');
    expect(watchedOver(six(48.092628), { views: 4_232, viewers: 2_826 })).toBe('views');
  });

  it('is told of a mean in whole seconds by the total that another mean gives', () => {
    const total = 48.092628 * 4_232;
    expect(watchedOver(whole(72), { views: 4_232, viewers: 2_826 }, total)).toBe('viewers');
    expect(watchedOver(whole(48), { views: 4_232, viewers: 2_826 }, total)).toBe('views');
  });

  it('is told where the label says otherwise', () => {
    expect(watchedOver(six(203_528 / 2_826), { views: 4_232, viewers: 2_826 })).toBe('viewers');
  });

  it('is left open where nothing tells', () => {
    expect(watchedOver(whole(72), { views: 4_232, viewers: 2_826 })).toBeUndefined();
    expect(watchedOver(six(23.139973), {})).toBeUndefined();
    expect(watchedOver(six(20), { views: 743, viewers: 608 })).toBeUndefined();
    expect(watchedOver(six(23.1399734), { views: 4e6, viewers: 3e6 })).toBeUndefined();
  });
});
