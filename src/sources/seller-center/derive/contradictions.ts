import { type MetricId, metricIds, ratioOf } from '../../../metrics/catalogue.ts';
import {
  type CompletionContext,
  isSameAnswer,
  type Quantity,
  quantityOf,
} from '../../../metrics/complete/quantity.ts';
import { ctrs, rateByCounts } from '../../../metrics/ctr-denominator.ts';
import type { Figures, ScalarFigure } from '../../../metrics/figure.ts';
import type { ReadingGap } from '../../../metrics/session.ts';

type Ctr = (typeof ctrs)[number];

export interface Checked {
  readonly figures: Figures;
  readonly gaps: readonly ReadingGap[];
}

/**
 * Puts each CTR under its own name, by the counts of its own answer (`ctr-denominator.ts`). One
 * under the other's name is moved, one that is neither stays, and both are noted. Without counts the
 * answer's own field name stands.
 */
export function sortCtrs(figures: Figures, around: CompletionContext): Checked {
  const gaps: ReadingGap[] = [];
  const sorted = { ...figures };
  const judge = (id: Ctr, other: Ctr): void => {
    const said = reported(figures, id);
    if (said === undefined) return;
    const counted = (ctr: Ctr) => expected(figures, ctr, said, around)?.value;
    if (rateByCounts([id], said.value, counted) !== 'none') return;
    gaps.push({ endpoint: said.origin.endpoint, field: id, reason: 'contradicts' });
    if (rateByCounts([other], said.value, counted) !== other) return;
    delete sorted[id];
    if (figures[other] === undefined) sorted[other] = said;
  };
  judge('liveCtr', 'productCtr');
  judge('productCtr', 'liveCtr');
  return { figures: sorted, gaps };
}

function reported(figures: Figures, id: Ctr): ScalarFigure | undefined {
  const figure = figures[id];
  return figure?.derivedFrom === undefined ? figure : undefined;
}

/**
 * Reported rates that their reported counts contradict beyond the rounding they were reported with;
 * counts of other answers don't judge.
 */
export function findContradictions(figures: Figures): ReadingGap[] {
  const around = { own: {} };
  return metricIds.flatMap((id): ReadingGap[] => {
    if (ctrs.some((ctr) => ctr === id)) return [];
    const figure = figures[id];
    const said = quantityOf(figures, id, around);
    if (figure === undefined || said === undefined || figure.derivedFrom !== undefined) return [];
    const worked = expected(figures, id, figure, around);
    if (worked === undefined) return [];
    const room = said.tolerance + worked.tolerance + Math.abs(said.value) * 1e-9;
    if (Math.abs(said.value - worked.value) <= room) return [];
    return [{ endpoint: figure.origin.endpoint, field: id, reason: 'contradicts' }];
  });
}

/** What a rate should be by the reported counts of the same answer; undefined where they aren't known. */
function expected(
  figures: Figures,
  id: MetricId,
  beside: Pick<ScalarFigure, 'origin'>,
  around: CompletionContext,
): Pick<Quantity, 'value' | 'tolerance'> | undefined {
  const parts = ratioOf(id);
  if (parts === undefined) return undefined;
  const pair = [parts.numerator, parts.denominator].map((part) => {
    const figure = figures[part];
    const usable =
      figure !== undefined &&
      figure.derivedFrom === undefined &&
      isSameAnswer(figure.origin, beside.origin);
    return usable ? quantityOf(figures, part, around) : undefined;
  });
  const [a, b] = pair;
  if (a === undefined || b === undefined || b.value <= 0) return undefined;
  const scale = parts.per / b.value;
  const value = a.value * scale;
  return { value, tolerance: a.tolerance * scale + (Math.abs(value) * b.tolerance) / b.value };
}
