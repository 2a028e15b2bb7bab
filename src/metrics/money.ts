import * as v from 'valibot';

export const CurrencyCodeSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{3}$/),
  v.brand('CurrencyCode'),
);
export type CurrencyCode = v.InferOutput<typeof CurrencyCodeSchema>;

/**
 * A decimal string in major units ("19.56", "2607080"); money is never stored as a float. More digits than any amount
 * has are none: of 310 a number is infinite.
 */
const DECIMAL = /^-?\d{1,100}(\.\d+)?$/;
export const DecimalSchema = v.pipe(v.string(), v.regex(DECIMAL), v.brand('Decimal'));
type Decimal = v.InferOutput<typeof DecimalSchema>;
const isDecimal = (text: string): text is Decimal => DECIMAL.test(text);

export const MoneySchema = v.object({ amount: DecimalSchema, currency: CurrencyCodeSchema });
export type Money = v.InferOutput<typeof MoneySchema>;

/** Money from trusted parts; throws on a malformed amount or currency. */
export function money(amount: string, currency: string): Money {
  return v.parse(MoneySchema, { amount, currency });
}

/** Money from a number that was worked out, to six decimals; undefined without a currency. */
export function toMoney(value: number, currency: CurrencyCode | undefined): Money | undefined {
  if (currency === undefined) return undefined;
  const amount = trimmed(value.toFixed(MOST_DECIMALS));
  return isDecimal(amount) ? { amount, currency } : undefined;
}

const MOST_DECIMALS = 6;

/** Digits with a fraction, without the zeros that it ends with; what else toFixed may answer as it is. */
function trimmed(text: string): string {
  const point = text.length - MOST_DECIMALS - 1;
  if (text[point] !== '.') return text;
  let end = text.length;
  while (end > point + 1 && text[end - 1] === '0') end -= 1;
  return text.slice(0, end === point + 1 ? point : end);
}

/** Currencies that have a fraction by the standard, and that nobody writes one of. */
const unfractioned = new Set(['IDR']);

const digits = new Map<CurrencyCode, number>();

/** How many digits of a fraction amounts of a currency are written with. */
export function fractionDigits(currency: CurrencyCode): number {
  const standard =
    digits.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ??
    2;
  digits.set(currency, standard);
  return unfractioned.has(currency) ? 0 : standard;
}

/** The amount as a number, for estimates only: sums of money go through {@link addMoney}. */
export function amountOf(value: Money): number {
  return Number(value.amount);
}

/** An exact sum; undefined when the list is empty or mixes currencies (sums never mix them). */
export function addMoney(values: readonly Money[]): Money | undefined {
  const first = values[0];
  if (first === undefined || values.some((value) => value.currency !== first.currency)) {
    return undefined;
  }
  const scale = Math.max(...values.map((value) => fraction(value.amount).length));
  const total = values.reduce((sum, value) => sum + scaled(value.amount, scale), 0n);
  return { amount: v.parse(DecimalSchema, unscaled(total, scale)), currency: first.currency };
}

function fraction(amount: string): string {
  return amount.split('.')[1] ?? '';
}

function scaled(amount: string, scale: number): bigint {
  const negative = amount.startsWith('-');
  const [whole = '0', part = ''] = amount.replace('-', '').split('.');
  const value = BigInt(whole + part.padEnd(scale, '0'));
  return negative ? -value : value;
}

function unscaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
