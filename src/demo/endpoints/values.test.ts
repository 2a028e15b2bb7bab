import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { moneyValue } from './values.ts';

describe('money in an answer', () => {
  it('is written as captured for the dong', () => {
    expect(moneyValue(money('2607080', 'VND'))).toEqual({
      amount_formatted: '2.607.080₫',
      amount_delimited: '2.607.080',
      amount: '2607080',
      currency_code: 'VND',
      currency_symbol: '₫',
    });
  });

  it('is written as captured for the dollar', () => {
    expect(moneyValue(money('19.56', 'USD'))).toMatchObject({
      amount_formatted: '$19.56',
      amount: '19.56',
      currency_symbol: '$',
    });
    expect(moneyValue(money('0', 'USD'))).toMatchObject({ amount_delimited: '0.00', amount: '0' });
  });
});
