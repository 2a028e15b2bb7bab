import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardKeys,
  listKeys,
  moveOf,
  nextPlace,
  orderKeys,
  placeAfter,
  sliderKeys,
  tabKeys,
} from './next-place.ts';

describe('the place that a key leads to', () => {
  it.each([
    ['a list goes on', listKeys, 'ArrowDown', 0, 1],
    ['a list goes around', listKeys, 'ArrowDown', 2, 0],
    ['a list goes around backwards', listKeys, 'ArrowUp', 0, 2],
    ['a list begins with its first', listKeys, 'ArrowDown', -1, 0],
    ['a list begins backwards with its last', listKeys, 'ArrowUp', -1, 2],
    ['a list leaves the arrows to the sides alone', listKeys, 'ArrowRight', 0, undefined],
    ['an order stops at its end', orderKeys, 'ArrowRight', 2, 2],
    ['an order goes back upwards', orderKeys, 'ArrowUp', 1, 0],
    ['a slider grows upwards', sliderKeys, 'ArrowUp', 0, 1],
    ['a slider shrinks downwards', sliderKeys, 'ArrowDown', 2, 1],
    ['a slider stops at its start', sliderKeys, 'ArrowLeft', 0, 0],
    ['tabs go around', tabKeys(false), 'ArrowRight', 2, 0],
    ['tabs are mirrored', tabKeys(true), 'ArrowRight', 0, 2],
    ['cards turn by the page', cardKeys(false), 'PageDown', 0, 1],
    ['cards stop at their end', cardKeys(true), 'ArrowLeft', 2, 2],
    ['Home leads to the first', sliderKeys, 'Home', 2, 0],
    ['End leads to the last', tabKeys(true), 'End', 0, 2],
    ['a letter leads nowhere', cardKeys(false), 'x', 0, undefined],
  ] as const)('%s', (_, keys, key, at, place) => {
    expect(nextPlace(key, at, 3, keys)).toBe(place);
  });

  it('is nowhere in an empty list', () => {
    expect(nextPlace('End', -1, 0)).toBeUndefined();
    expect(placeAfter('last', 0, 0, false)).toBe(0);
  });

  it('is always one of the things, and on the way back where it came from but at an end', () => {
    const line = fc.constantFrom(listKeys, orderKeys, sliderKeys, tabKeys(true), cardKeys(false));
    const count = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(line, count, fc.nat(19), (keys, many, far) => {
        const at = far % many;
        const next = placeAfter('next', at, many, keys.isRound);
        expect(next).toBeLessThan(many);
        if (!keys.isRound && at === many - 1) expect(next).toBe(at);
        else expect(placeAfter('previous', next, many, keys.isRound)).toBe(at);
        for (const key of keys.next) expect(moveOf(key, keys)).toBe('next');
        for (const key of keys.previous) expect(moveOf(key, keys)).toBe('previous');
      }),
    );
  });
});
