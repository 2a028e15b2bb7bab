import { ENGINE, type EngineVersion } from '../../metrics/board/engine-version.ts';
import { isMoneyMetric, type MetricId, metric, ratioOf } from '../../metrics/catalogue.ts';
import { doubtOf } from '../../metrics/ctr-denominator.ts';
import { type Figures, moneyOf, numberOf } from '../../metrics/figure.ts';
import { wasReadWhileLive } from '../../metrics/live/completeness.ts';
import { coveredHours, hoursOf } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { type StepId, stepIds } from '../report.ts';
import { ORDER_SPREAD } from '../statistics/constants.ts';
import { basketScatter } from '../uncertainty/baskets.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { USUAL_SPREAD } from '../uncertainty/own-level.ts';
import { usualDispersion } from '../uncertainty/steps.ts';
import { type Tally, tallyOf, tallyOfCounts } from '../uncertainty/tally.ts';
import { ratio, usable } from '../usable.ts';
import type { NoChange } from './types.ts';

/** What was counted of a metric in one LIVE, and how much noisier than plain counting it is. */
export interface Reading {
  readonly tally: Tally;
  readonly dispersion: number;
}

/** A LIVE as far as a metric of it is read. */
export interface Counted {
  readonly startedAt?: Session['room']['startedAt'];
  readonly endedAt?: Session['room']['endedAt'];
  readonly duration?: Session['room']['duration'];
  readonly figures: Figures;
}

/**
 * From LIVE to LIVE the rates of interaction vary more than steps, money per hour or per view more
 * still, because it is a product of several: 0.37 and 0.48 (ln) over the 19 captured LIVEs of one
 * shop, counting noise included.
 */
const INTERACTION_SPREAD = 0.35;
const PRODUCT_SPREAD = 0.45;

const composites: ReadonlySet<MetricId> = new Set<MetricId>([
  'gmvPerHour',
  'showGpm',
  'watchGpm',
  'directGmvPerHour',
  'directShowGpm',
  'directWatchGpm',
]);

/** AOVs of every kind but the usual one, which is a step. */
const otherAovs: ReadonlySet<MetricId> = new Set<MetricId>(['skuAov', 'directAov', 'directSkuAov']);

const isStep = (id: MetricId): id is StepId => stepIds.some((step) => step === id);

/** LIVE-to-LIVE spread of a metric's logarithm before any LIVE of the shop was seen. */
export function usualSpreadOf(id: MetricId): number {
  if (composites.has(id)) return PRODUCT_SPREAD;
  return metric(id).stage === 'interaction' ? INTERACTION_SPREAD : USUAL_SPREAD;
}

/** What was counted of a metric in a LIVE; money only in the given currency. Undefined where a count is missing. */
export function tallyFor(
  id: MetricId,
  live: Counted,
  currency: CurrencyCode | undefined,
): Tally | undefined {
  const { figures } = live;
  if (needsMoney(id) && moneyIn(id, figures) !== currency) return undefined;
  if (isStep(id)) return tallyOf(id, figures, hoursOf(live));
  const parts = ratioOf(id);
  if (composites.has(id)) {
    const orders = numberOf(figures, 'orders') ?? numberOf(figures, 'skuOrders');
    return meanOf(figureOf(id, live), orders);
  }
  if (otherAovs.has(id) && parts !== undefined) {
    return meanOf(figureOf(id, live), numberOf(figures, parts.denominator));
  }
  if (parts === undefined) return meanOf(figureOf(id, live), 1);
  return tallyOfCounts(numberOf(figures, parts.numerator), numberOf(figures, parts.denominator));
}

/** What a LIVE says of a metric, or why nothing can be said. */
export function readingOf(
  id: MetricId,
  session: Session,
  currency: CurrencyCode | undefined,
  engine: EngineVersion = ENGINE,
): Reading | { readonly none: NoChange } {
  const { comparable, better } = metric(id);
  if (!comparable || better === 'neither') return { none: 'not-comparable' };
  if (wasReadWhileLive(session)) return { none: 'part' };
  const { figures, room } = session;
  const doubt = doubtOf(session, id);
  // What a reported rate is a share of doesn't matter where both of its counts are reported.
  const matters = doubt === 'contradicts' || !areCounted(id, figures);
  if (doubt !== undefined && matters) return { none: doubt };
  if (needsMoney(id)) {
    const known = moneyIn(id, figures);
    if (known === undefined) return { none: 'not-reported' };
    if (currency === undefined || known !== currency) return { none: 'currency' };
  }
  const tally = tallyFor(id, { ...room, figures }, currency);
  if (tally !== undefined) return { tally, dispersion: dispersionFor(id, session, tally, engine) };
  const known = usable(numberOf(figures, id)) !== undefined;
  return { none: known ? 'no-counts' : 'not-reported' };
}

function dispersionFor(
  id: MetricId,
  session: Session,
  tally: Tally,
  engine: EngineVersion,
): number {
  if (isStep(id)) {
    return dispersionOf(id, session) ?? usualDispersion(tally, coveredHours(session), 1);
  }
  if (otherAovs.has(id)) return dispersionOf('aov', session) ?? ORDER_SPREAD;
  // A sum over so many orders scatters by their number and by their values.
  if (composites.has(id)) return Math.hypot(1, ORDER_SPREAD);
  // Without counts all that is known of its noise is how it varies from LIVE to LIVE.
  if (ratioOf(id) === undefined) return 0;
  const baskets = engine === 1 ? 1 : basketScatter(id, session.figures);
  return usualDispersion(tally, coveredHours(session), baskets);
}

/** Whether both counts of a rate are there by themselves, not worked out from the rate. */
function areCounted(id: MetricId, figures: Figures): boolean {
  const parts = ratioOf(id);
  return (
    parts !== undefined &&
    [parts.numerator, parts.denominator].every((part) => {
      const figure = figures[part];
      return figure !== undefined && figure.derivedFrom?.includes(id) !== true;
    })
  );
}

/** Whether the metric's size depends on a currency. */
function needsMoney(id: MetricId): boolean {
  return isMoneyMetric(id);
}

/** The currency in which a LIVE reports a money metric, or what it is made of. */
function moneyIn(id: MetricId, figures: Figures): CurrencyCode | undefined {
  const own = isMoneyMetric(id) ? moneyOf(figures, id)?.currency : undefined;
  return own ?? moneyOf(figures, 'gmv')?.currency ?? moneyOf(figures, 'directGmv')?.currency;
}

/** A figure from what it is made of, else as it was reported. */
function figureOf(id: MetricId, live: Counted): number | undefined {
  const { figures } = live;
  const parts = ratioOf(id);
  const made =
    id === 'gmvPerHour' || id === 'directGmvPerHour'
      ? ratio(numberOf(figures, id === 'gmvPerHour' ? 'gmv' : 'directGmv'), hoursOf(live))
      : parts === undefined
        ? undefined
        : ratio(
            numberOf(figures, parts.numerator),
            numberOf(figures, parts.denominator),
            parts.per,
          );
  return made ?? usable(numberOf(figures, id));
}

/** A mean over so many orders; nothing that has no logarithm. */
function meanOf(value: number | undefined, n: number | undefined): Tally | undefined {
  return value === undefined || !(value > 0) || n === undefined || !(n >= 1)
    ? undefined
    : { form: 'mean', value, n };
}
