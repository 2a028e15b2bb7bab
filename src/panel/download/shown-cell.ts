import { money } from '../../metrics/money.ts';
import type { Zone } from '../../metrics/time.ts';
import {
  formatCount,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatMoney,
  formatRate,
} from '../../platform/format.ts';
import type { TypedCell } from './cell.ts';

/** A cell as a person reads it in her language; nothing for what is missing. */
export function shownCell(cell: TypedCell, zone: Zone, locale: string): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'words':
      return cell.words;
    case 'label':
      return cell.label.name;
    case 'id':
      return cell.id;
    case 'count':
      // A level per hour of less than ten says little without its fraction.
      return Number.isInteger(cell.value) || Math.abs(cell.value) >= 10
        ? formatCount(cell.value, locale)
        : formatDecimal(cell.value, 1, locale);
    case 'decimal':
      return formatDecimal(cell.value, 2, locale);
    case 'share':
      return formatRate(cell.value, locale);
    case 'seconds':
      return formatDuration(cell.value, locale);
    case 'instant':
      return formatInstant(cell.at, zone, locale, 'both');
    case 'money': {
      const { amount, currency } = cell;
      if (currency === undefined) return formatDecimal(Number(amount), 2, locale);
      const exact = typeof amount === 'string' ? amount : amount.toFixed(2);
      return formatMoney(money(exact, currency), locale, 'full');
    }
  }
}
