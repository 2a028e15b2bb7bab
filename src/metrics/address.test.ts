import { describe, expect, it } from 'vitest';
import { isAddress } from './address.ts';

describe('an address', () => {
  it('is one however often it is asked for, with letters beyond ASCII as well', () => {
    const wrong = Array.from({ length: 20_000 }, () => isAddress('https://bücher.example/ü'));
    expect(wrong.every(Boolean)).toBe(true);
  });

  it('may be relative to a base, and is no other text', () => {
    expect(isAddress('/path', 'https://page.invalid')).toBe(true);
    expect(isAddress('/path')).toBe(false);
    expect(isAddress('not an address')).toBe(false);
  });
});
