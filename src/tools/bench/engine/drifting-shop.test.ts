import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../sources/sample/random.ts';
import { drawUsualAt } from './drifting-shop.ts';
import { drawShop, drawUsual } from './shop.ts';

const shop = drawShop(randomOf('a shop'));
const at = (name: string, kind: 'steady' | 'real', place: number) =>
  drawUsualAt(name, shop, kind, place, randomOf(name, 'live', place));
const spreadOf = (logs: readonly number[]): number => {
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
};
const names = Array.from({ length: 200 }, (_, place) => `room ${place}`);

describe('a simulated shop that drifts', () => {
  it('is the steady one where it is said to be steady', () => {
    expect(at('x', 'steady', -7)).toEqual(drawUsual(randomOf('x', 'live', -7), shop));
  });

  it('strays further the further a LIVE is from the one it starts from, either way', () => {
    const strayed = (place: number): number =>
      spreadOf(names.map((name) => Math.log(at(name, 'real', place).liveCtr)));
    expect(strayed(40)).toBeGreaterThan(2 * strayed(0));
    expect(strayed(-40)).toBeGreaterThan(2 * strayed(0));
  });

  it('is played alike for the same name', () => {
    expect(at('x', 'real', 5)).toEqual(at('x', 'real', 5));
  });
});
