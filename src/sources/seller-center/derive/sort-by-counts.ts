import { isSameAnswer, quantityOf } from '../../../metrics/complete/quantity.ts';
import { watchedOver } from '../../../metrics/duration-denominator.ts';
import { type Figures, moneyOf, numberOf, type ScalarFigure } from '../../../metrics/figure.ts';
import { amountOf } from '../../../metrics/money.ts';
import type { ReadingGap } from '../../../metrics/session.ts';
import type { Checked } from './contradictions.ts';

/**
 * Puts figures whose counts say what they are over under the name that the counts give: mean lengths of
 * watching, and GPM where direct GMV alone was answered. The counts of a figure's own answer decide and
 * not its label; what was moved is noted.
 */
export function sortByCounts(figures: Figures): Checked {
  const durations = sortDurations(figures);
  const gpms = sortGpms(durations.figures);
  return { figures: gpms.figures, gaps: [...durations.gaps, ...gpms.gaps] };
}

const durations = {
  views: 'averageViewDurationPerView',
  viewers: 'averageViewDurationPerViewer',
} as const;

function sortDurations(figures: Figures): Checked {
  const gaps: ReadingGap[] = [];
  const sorted = { ...figures };
  const total = watchedSeconds(figures);
  for (const id of [durations.views, durations.viewers] as const) {
    const said = figures[id];
    const over = said === undefined ? undefined : overOf(figures, id, said, total);
    if (said === undefined || over === undefined || durations[over] === id) continue;
    gaps.push({ endpoint: said.origin.endpoint, field: id, reason: 'contradicts' });
    delete sorted[id];
    sorted[durations[over]] ??= said;
  }
  return { figures: sorted, gaps };
}

type DurationId = (typeof durations)[keyof typeof durations];

function overOf(
  figures: Figures,
  id: DurationId,
  said: ScalarFigure,
  total: number | undefined,
): keyof typeof durations | undefined {
  const mean = quantityOf(figures, id, {});
  if (mean === undefined) return undefined;
  const counts = countsBeside(figures, said);
  return watchedOver(mean, counts) ?? watchedOver(mean, counts, total);
}

/** All that was watched, where a mean tells it exactly. */
function watchedSeconds(figures: Figures): number | undefined {
  for (const id of [durations.views, durations.viewers] as const) {
    const said = figures[id];
    const mean = quantityOf(figures, id, {});
    if (said === undefined || mean === undefined) continue;
    const counts = countsBeside(figures, said);
    const over = watchedOver(mean, counts);
    const count = over === undefined ? undefined : counts[over];
    if (count !== undefined) return Math.round(mean.value * count);
  }
  return undefined;
}

function countsBeside(
  figures: Figures,
  { origin }: ScalarFigure,
): { views?: number | undefined; viewers?: number | undefined } {
  const of = (id: 'views' | 'viewers'): number | undefined => {
    const figure = figures[id];
    return figure !== undefined && isSameAnswer(figure.origin, origin) ? figure.value : undefined;
  };
  return { views: of('views'), viewers: of('viewers') };
}

/** GPM by its label, by the name it has over direct GMV, and the count it is a rate of. */
const gpms = [
  ['showGpm', 'directShowGpm', 'impressions'],
  ['watchGpm', 'directWatchGpm', 'views'],
] as const;

/** Direct and attributed GMV lie about a twelfth apart; rounding and late orders move a GPM less than this. */
const NEAR = 0.01;

/**
 * Where direct GMV is all that was answered, a GPM that its counts show to be of direct GMV is called
 * so. Without counts nothing says whose GMV it is of, and it is left out.
 */
function sortGpms(figures: Figures): Checked {
  const direct = moneyOf(figures, 'directGmv');
  if (direct === undefined || figures.gmv !== undefined) return { figures, gaps: [] };
  const gaps: ReadingGap[] = [];
  const sorted = { ...figures };
  for (const [id, directId, countId] of gpms) {
    const said = figures[id];
    if (said === undefined) continue;
    delete sorted[id];
    const count = numberOf(figures, countId);
    const expected =
      count === undefined || count <= 0 ? undefined : (amountOf(direct) / count) * 1000;
    const isDirect =
      expected !== undefined && Math.abs(amountOf(said.money) - expected) <= NEAR * expected;
    if (isDirect) sorted[directId] ??= said;
    else gaps.push({ endpoint: said.origin.endpoint, field: id, reason: 'contradicts' });
  }
  return { figures: sorted, gaps };
}
