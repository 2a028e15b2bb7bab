import * as v from 'valibot';
import { type Money, MoneySchema } from '../../metrics/money.ts';
import type { Fields } from '../seller-center/fields.ts';

/** Money as the Open API answers it: `{amount, currency}`, the amount in major units as a string. */
export function apiMoney(fields: Fields, name: string): Money | undefined {
  if (!fields.has(name)) return undefined;
  const inside = fields.inside(name);
  const currency = inside.text('currency');
  const amount = inside.text('amount');
  const read = v.safeParse(MoneySchema, { amount, currency });
  if (read.success) return read.output;
  fields.gaps.note(fields.label(name), 'malformed');
  return undefined;
}

/** A share, and how many decimals a percentage of it was written with. */
export interface ApiShare {
  readonly value: number;
  readonly percentDecimals: number;
}

/** More digits than a number holds are none: of hundreds it is infinite, or can't be rounded. */
const PERCENT = /^(\d{1,15})(?:\.(\d{1,15}))?%$/;
const FRACTION = /^(\d{1,15})(?:\.(\d{1,15}))?$/;

/**
 * A share as `"13.99%"` (the list) or `"0.1399"` (the other endpoints): which of the two says the mark
 * alone. Its decimals tell how far rounding may have moved it.
 */
export function apiShare(fields: Fields, name: string): ApiShare | undefined {
  const text = fields.text(name)?.trim();
  if (text === undefined) return undefined;
  const percent = PERCENT.exec(text);
  if (percent !== null) {
    const decimals = percent[2]?.length ?? 0;
    return {
      value: Number((Number(text.slice(0, -1)) / 100).toFixed(decimals + 2)),
      percentDecimals: decimals,
    };
  }
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    return { value: Number(text), percentDecimals: (fraction[2]?.length ?? 0) - 2 };
  }
  fields.gaps.note(fields.label(name), 'malformed');
  return undefined;
}

/** A percentage with fewer decimals than this says less than the counts beside it. */
export const FEWEST_PERCENT_DECIMALS = 1;
