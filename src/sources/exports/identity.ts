import { type MetricId, metric, metricIds, ratioOf } from '../../metrics/catalogue.ts';
import { rateByCounts } from '../../metrics/ctr-denominator.ts';

/** The plain numbers of a row, by metric. */
export type Numbers = Readonly<Partial<Record<MetricId, number>>>;

/** What is worked out from a rounded rate may lie so far off, as a share of itself. */
const NEAR = 0.02;

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
    const told = rows.flatMap(({ value, others }) =>
      expectedOf(id, others) === undefined ? [] : [fits(id, candidates, value, others)],
    );
    return { id, fits: told.filter(Boolean).length, told: told.length };
  });
  const [first, second] = votes.sort((a, b) => b.fits - a.fits);
  if (first !== undefined && votes.length === 1 && first.told === 0) return first.id;
  if (first === undefined || first.fits === 0 || first.fits * 2 <= first.told) return undefined;
  return first.fits > (second?.fits ?? 0) ? first.id : undefined;
}

function fits(
  id: MetricId,
  candidates: readonly MetricId[],
  value: number,
  others: Numbers,
): boolean {
  const counted = (candidate: MetricId) => expectedOf(candidate, others);
  if (metric(id).unit === 'rate') return rateByCounts(candidates, value, counted) === id;
  const expected = counted(id) ?? 0;
  return Math.abs(value - expected) <= NEAR * Math.abs(expected);
}

/** What the columns beside it make of a metric; undefined where they don't tell, as nothing doesn't. */
function expectedOf(id: MetricId, known: Numbers): number | undefined {
  const expected = fromRatio(id, known);
  return expected === 0 ? undefined : expected;
}

/** A rate from its counts, or a count from a rate and what it is a rate of. */
function fromRatio(id: MetricId, known: Numbers): number | undefined {
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
