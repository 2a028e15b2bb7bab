import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, money } from './money.ts';

describe('sums of money', () => {
  it('are exact where floats are not', () => {
    expect(addMoney([money('0.1', 'USD'), money('0.2', 'USD')])).toEqual(money('0.3', 'USD'));
    expect(addMoney([money('2607080', 'VND'), money('-0.05', 'VND')])).toEqual(
      money('2607079.95', 'VND'),
    );
  });

  it('never mix currencies', () => {
    expect(addMoney([money('1', 'USD'), money('1', 'VND')])).toBeUndefined();
    expect(addMoney([])).toBeUndefined();
  });

  it('agree with sums in cents, whatever the order', async () => {
    await fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (cents) => {
        const values = cents.map((value) => money((value / 100).toFixed(2), 'USD'));
        const total = cents.reduce((sum, value) => sum + value, 0);
        expect(addMoney(values)?.amount).toBe((total / 100).toFixed(2).replace('-0.00', '0.00'));
        expect(addMoney([...values].reverse())).toEqual(addMoney(values));
      }),
    );
  });
});

describe('money from outside', () => {
  it('is refused when the amount is not a decimal string or the currency no code', () => {
    expect(() => money('2.607.080', 'VND')).toThrow();
    expect(() => money('12', '₫')).toThrow();
  });

  it('has no more digits than an amount has: of some hundreds a number is infinite', () => {
    expect(money('9'.repeat(30), 'VND').amount).toHaveLength(30);
    expect(() => money('9'.repeat(400), 'VND')).toThrow();
  });
});
