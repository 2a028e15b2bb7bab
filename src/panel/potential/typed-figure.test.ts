import { describe, expect, it } from 'vitest';
import { typed, untyped, written } from './typed-figure.ts';

const rate = { factor: 100, digits: 2 };
const count = { factor: 1, digits: 0 };

describe('a figure in a field', () => {
  it('has separators and fixed decimals at rest, and plain digits while it is typed over', () => {
    expect(written(24_801, count, 'en')).toBe('24,801');
    expect(written(24_801, count, 'de')).toBe('24.801');
    expect(written(0.044_000_001, rate, 'en')).toBe('4.40');
    expect(typed(24_801, count)).toBe('24801');
    expect(typed(0.044_000_001, rate)).toBe('4.4');
  });

  it('is read back from either', () => {
    expect(untyped(typed(0.244_523, rate), 100, 'en')).toBeCloseTo(0.2445, 10);
    for (const locale of ['en', 'de', 'fr', 'vi']) {
      expect(untyped(written(1_234_567, count, locale), 1, locale)).toBe(1_234_567);
    }
    expect(untyped('1,234.5', 1, 'en')).toBe(1234.5);
    expect(untyped('1.234,5', 1, 'de')).toBe(1234.5);
  });

  it('takes a comma or a point that groups no thousands for the decimal one', () => {
    expect(untyped('4,5', 1, 'en')).toBe(4.5);
    expect(untyped('4.5', 1, 'de')).toBe(4.5);
    expect(untyped('0.5', 100, 'en')).toBe(0.005);
  });

  it('is nothing that is no number of zero or more', () => {
    for (const text of ['', ' ', '-1', 'many', '1.2.3', '.', '0x1F', '1e3', 'Infinity']) {
      expect(untyped(text, 100, 'en')).toBeUndefined();
    }
  });
});
