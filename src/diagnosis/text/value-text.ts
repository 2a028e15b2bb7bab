import type { Unit } from '../../metrics/metric.ts';
import { type CurrencyCode, toMoney } from '../../metrics/money.ts';
import type { MoneyDetail, TextValue } from '../../metrics/text.ts';

/** A metric's value as it stands in a sentence; money without a known currency is a bare figure. */
export function valueText(
  unit: Unit,
  value: number,
  currency: CurrencyCode | undefined,
): TextValue {
  switch (unit) {
    case 'count':
    case 'count-per-hour':
      return { kind: 'count', value };
    case 'rate':
      return { kind: 'rate', value };
    case 'seconds':
      return { kind: 'duration', seconds: value };
    case 'ratio':
      return { kind: 'decimal', value, digits: 2 };
    case 'money':
      return moneyText(value, currency, 'figure');
    case 'money-per-hour':
      return moneyText(value, currency, 'units');
  }
}

/** An amount in a sentence; a bare figure while its currency is not known. */
export function moneyText(
  value: number,
  currency: CurrencyCode | undefined,
  detail: MoneyDetail,
): TextValue {
  const money = toMoney(value, currency);
  return money === undefined
    ? { kind: 'decimal', value, digits: 0 }
    : { kind: 'money', money, detail };
}
