import { describe, expect, it } from 'vitest';
import { randomOf } from '../../sample/random.ts';
import { withOtherDigits } from './numbers.ts';

describe('a number with other digits', () => {
  it('keeps its form: sign, places, zeros in front, and its power of ten', () => {
    for (const text of ['-0.0123', '12.50', '1.5e-7', '3E+12', '007']) {
      const other = String(withOtherDigits(text, randomOf(text)));
      expect(other.replace(/\d/g, '1')).toBe(text.replace(/\d/g, '1'));
      expect(other.match(/e[+-]?\d+/i)?.[0]).toBe(text.match(/e[+-]?\d+/i)?.[0]);
    }
  });

  it('takes no longer where it has thousands of decimals', () => {
    const began = process.cpuUsage();
    expect(String(withOtherDigits(`0.${'1'.repeat(100_000)}`, randomOf('a')))).toHaveLength(
      100_002,
    );
    // Looking to its end from each digit it took a minute.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
  });
});
