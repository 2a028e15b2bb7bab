import type { Money } from '../../metrics/money.ts';

/** Money as Seller Center writes it: formatted, delimited and plain, with code and symbol. */
export interface MoneyValue {
  readonly amount_formatted: string;
  readonly amount_delimited: string;
  readonly amount: string;
  readonly currency_code: string;
  readonly currency_symbol: string;
}

/** Amounts have as many decimals as their currency at most, in every captured answer. */
function rounded(amount: Money['amount'], currency: string): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const decimals = amount.split('.')[1]?.length ?? 0;
  return decimals <= maximumFractionDigits ? amount : Number(amount).toFixed(maximumFractionDigits);
}

/** Currencies whose symbol follows the amount, grouped by dots, as captured for the dong. */
const DOTTED = new Set(['VND', 'IDR']);

export function moneyValue(money: Money): MoneyValue {
  const dotted = DOTTED.has(money.currency);
  const symbol = symbolOf(money.currency);
  const delimited = new Intl.NumberFormat(dotted ? 'de' : 'en', {
    minimumFractionDigits: dotted ? 0 : 2,
    maximumFractionDigits: dotted ? 0 : 2,
  }).format(Number(money.amount));
  return {
    amount_formatted: dotted ? `${delimited}${symbol}` : `${symbol}${delimited}`,
    amount_delimited: delimited,
    amount: rounded(money.amount, money.currency),
    currency_code: money.currency,
    currency_symbol: symbol,
  };
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** Where the demo shows the picture of a room or product; an https address as on the real site. */
export const pictureUrl = (host: string, id: string): string =>
  `https://${host}/demo/cover/${id}.svg`;

/** A rate or an unrounded value as the dashboard writes it: a decimal string of six places. */
export const sixPlaces = (value: number): string => value.toFixed(6);

/** A rate as `source/new` writes it: a decimal string of four places. */
export const fourPlaces = (value: number): string => value.toFixed(4);
