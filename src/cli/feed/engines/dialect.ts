import { readFileSync } from 'node:fs';

/** The shares at which figures are told. */
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** What an engine writes in its own way in the statements of `sql/`. */
export interface Dialect {
  /** Stands between the name of a table and what it is made of. */
  readonly stored: string;
  /** Turns the columns of a LIVE's metrics into a row for each, `metric` and `value`. */
  readonly unpivot: (metrics: readonly string[]) => string;
  /**
   * The quantiles of `value` in a group as an array: between the two figures around (n - 1) × share
   * in order, `below * (1 - part) + above * part`. Both engines give the same bits.
   */
  readonly quantiles: (shares: readonly number[]) => string;
}

/** A statement of `sql/` as an engine takes it. */
export function statementOf(name: string, dialect: Dialect, metrics: readonly string[]): string {
  const text = readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
  return text
    .replace('{stored}', () => dialect.stored)
    .replace('{unpivot}', () => dialect.unpivot(metrics))
    .replace('{quantiles}', () => dialect.quantiles(SHARES));
}
