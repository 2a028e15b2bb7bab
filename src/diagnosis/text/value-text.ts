import type { Unit } from '../../metrics/metric.ts';
import { type CurrencyCode, toMoney } from '../../metrics/money.ts';
import type { TextValue } from '../../metrics/text.ts';

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
      return { kind: 'percent', value };
    case 'seconds':
      return { kind: 'duration', seconds: value };
    case 'ratio':
      return { kind: 'decimal', value, digits: 2 };
    case 'money':
    case 'money-per-hour': {
      const money = toMoney(value, currency);
      return money === undefined
        ? { kind: 'decimal', value, digits: 0 }
        : { kind: 'money', money, compact: true };
    }
  }
}
