import { isMoneyMetric, type MetricId, metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode, Money } from '../../metrics/money.ts';
import { toMs, type UnixMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';

/** What a head or a line of a table says of the cells that it heads, where a bare number would not. */
export interface Label {
  readonly name: string;
  /** A file that can't show an instant or a length as such says the zone or the unit with the name. */
  readonly of?: 'instant' | 'seconds';
  /** For who traces a figure or works on with it: left out where a person reads. */
  readonly aside?: true;
}

/**
 * One cell of a table that leaves the panel, with what it holds: each file writes it in its own way, and
 * none has to guess. What is not known is undefined and stays blank, never 0.
 */
export type TypedCell =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'label'; readonly label: Label }
  /** Digits that are no number: a spreadsheet would round them. */
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'decimal'; readonly value: number }
  /** A share of one, such as CTOR. */
  | { readonly kind: 'share'; readonly value: number }
  /** In major units: the digits of the answer where they are known, else a number that was worked out. */
  | {
      readonly kind: 'money';
      readonly amount: Money['amount'] | number;
      readonly currency: CurrencyCode | undefined;
    }
  | { readonly kind: 'seconds'; readonly value: number }
  | { readonly kind: 'instant'; readonly at: UnixMs }
  | undefined;

/** Which table it is, whatever its title says in the reader's language. */
export type TableId =
  | 'about'
  | 'figures'
  | 'definitions'
  | 'steps'
  | 'together'
  | 'factors'
  | 'products'
  | 'sources'
  | 'audience'
  | 'pins'
  | 'pinResults'
  | 'violations'
  | 'changes'
  | 'timeline';

/** A table with the titles of its columns. A row may be shorter than the head. */
export interface DataTable {
  readonly id: TableId;
  readonly title: string;
  readonly head: readonly Label[];
  readonly rows: readonly (readonly TypedCell[])[];
}

/** Everything that is written of one LIVE; all instants are shown by one clock. */
export interface ReportTables {
  readonly tables: readonly DataTable[];
  /** The zone of the shop, as it was when the LIVE began. */
  readonly zone: Zone;
}

export const wordsCell = (words: string | undefined): TypedCell =>
  words === undefined ? undefined : { kind: 'words', words };

export const idCell = (id: string): TypedCell => ({ kind: 'id', id });

export const labelCell = (name: string, of?: Label['of']): TypedCell => ({
  kind: 'label',
  label: of === undefined ? { name } : { name, of },
});

type NumberKind = 'count' | 'decimal' | 'share' | 'seconds';

/** A number of a kind; undefined for what is no number. */
export const numberCell = (kind: NumberKind, value: number | undefined): TypedCell =>
  value === undefined || !Number.isFinite(value) ? undefined : { kind, value };

/** Money as it was answered, to its last digit. */
export const moneyCell = (money: Money | undefined): TypedCell =>
  money && { kind: 'money', ...money };

/** Money that was worked out, in major units. */
export const amountCell = (
  amount: number | undefined,
  currency: CurrencyCode | undefined,
): TypedCell =>
  amount === undefined || !Number.isFinite(amount)
    ? undefined
    : { kind: 'money', amount, currency };

export const instantCell = (at: UnixSeconds | undefined): TypedCell =>
  at === undefined ? undefined : { kind: 'instant', at: toMs(at) };

export const readAtCell = (at: UnixMs | undefined): TypedCell =>
  at === undefined ? undefined : { kind: 'instant', at };

/** A metric's plain number as what it counts. */
export function metricCell(
  id: MetricId,
  value: number | undefined,
  currency: CurrencyCode | undefined,
): TypedCell {
  if (isMoneyMetric(id)) return amountCell(value, currency);
  switch (metric(id).unit) {
    case 'rate':
      return numberCell('share', value);
    case 'seconds':
      return numberCell('seconds', value);
    case 'ratio':
      return numberCell('decimal', value);
    default:
      return numberCell('count', value);
  }
}

/** Columns that are left out where a person reads. */
export const asides = (...names: readonly string[]): readonly Label[] =>
  names.map((name) => ({ name, aside: true }));

/** Plain columns by their names. */
export const columns = (...names: readonly string[]): readonly Label[] =>
  names.map((name) => ({ name }));

/** Whether a spreadsheet may run words as a formula where they are typed or read from a text, also by signs of full width. */
export const startsFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text);
