import { type MetricId, metricIds, ratioOf } from '../../metrics/catalogue.ts';

/** The plain numbers of a row, by metric. */
export type Numbers = Readonly<Partial<Record<MetricId, number>>>;

/** Figures are rounded to two decimals of a percentage at worst. */
const NEAR = 0.02;
const LAST_DIGIT = 0.0001;

/**
 * Which metric a column holds, by the identities that its rows keep with the columns beside it: the
 * one that fits most rows, if it fits more than any other and more than half of those that can tell.
 * A single candidate needs no row that tells. Undefined when the rows don't tell.
 */
export function decide(
  candidates: readonly MetricId[],
  rows: readonly { readonly value: number; readonly others: Numbers }[],
): MetricId | undefined {
  const votes = candidates.map((id) => {
    const told = rows.flatMap(({ value, others }) => {
      const expected = expectedOf(id, others);
      return expected === undefined || expected === 0 ? [] : [isNear(value, expected)];
    });
    return { id, fits: told.filter(Boolean).length, told: told.length };
  });
  const [first, second] = votes.sort((a, b) => b.fits - a.fits);
  if (first !== undefined && votes.length === 1 && first.told === 0) return first.id;
  if (first === undefined || first.fits === 0 || first.fits * 2 <= first.told) return undefined;
  return first.fits > (second?.fits ?? 0) ? first.id : undefined;
}

/** A rate from its counts, or a count from a rate and what it is a rate of. */
function expectedOf(id: MetricId, known: Numbers): number | undefined {
  const parts = ratioOf(id);
  if (parts !== undefined) {
    const [above, below] = [known[parts.numerator], known[parts.denominator]];
    return above === undefined || below === undefined || below <= 0
      ? undefined
      : (above / below) * parts.per;
  }
  for (const rate of metricIds) {
    const of = ratioOf(rate);
    const [share, base] = [known[rate], of === undefined ? undefined : known[of.denominator]];
    if (of?.numerator === id && share !== undefined && base !== undefined)
      return (share * base) / of.per;
  }
  return undefined;
}

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= Math.max(NEAR * Math.abs(expected), LAST_DIGIT);
}
