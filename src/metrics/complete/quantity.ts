import { isMoneyMetric, type MetricId, metric, metricIds } from '../catalogue.ts';
import { type Figures, numberOf, type Origin } from '../figure.ts';
import type { Session } from '../session.ts';
import type { UnixSeconds } from '../time.ts';

/** What stands beside the figures of one LIVE while others are worked out from them. */
export interface CompletionContext {
  /** Length of the LIVE in seconds. */
  readonly length?: number | undefined;
  readonly endedAt?: UnixSeconds | undefined;
  /** TikTok's own comparison, which repeats some figures unrounded. */
  readonly own?: Session['comparisons']['own'] | undefined;
}

/** A number with how far it may lie from the truth by rounding alone, and where it came from. */
export interface Quantity {
  readonly value: number;
  readonly tolerance: number;
  readonly origin: Origin;
}

/** Half a unit of the last decimal, and a little for the arithmetic of doubles. */
const halfUnit = (decimals: number): number => 0.51 * 10 ** -decimals;

/** Rates come with six decimals, in some answers with four; trailing zeros don't survive a number. */
const FEWEST_RATE_DECIMALS = 4;
/** Values of TikTok's own comparison carry six decimals. */
const OWN_DECIMALS = 6;

/**
 * A metric as a quantity; undefined when it isn't known. Where TikTok's own comparison repeats the
 * figure with more decimals, that value is taken.
 */
export function quantityOf(
  figures: Figures,
  id: MetricId,
  { own }: CompletionContext,
): Quantity | undefined {
  const figure = figures[id];
  const value = numberOf(figures, id);
  if (figure === undefined || value === undefined) return undefined;
  if (figure.derivedFrom !== undefined) {
    const range = 'range' in figure ? figure.range : undefined;
    const tolerance = range === undefined ? 0 : (range.high - range.low) / 2;
    return { value, tolerance, origin: figure.origin };
  }
  const tolerance = roundingOf(figures, id);
  const exact = own?.[id]?.current;
  return exact !== undefined && Math.abs(exact - value) <= tolerance
    ? {
        value: exact,
        tolerance: Math.min(tolerance, halfUnit(OWN_DECIMALS)),
        origin: figure.origin,
      }
    : { value, tolerance, origin: figure.origin };
}

/** The value of a {@link quantityOf} alone, where nobody asks how far rounding reaches. */
export function exactValue(
  figures: Figures,
  id: MetricId,
  around: CompletionContext,
): number | undefined {
  return around.own?.[id]?.current === undefined
    ? numberOf(figures, id)
    : quantityOf(figures, id, around)?.value;
}

function roundingOf(figures: Figures, id: MetricId): number {
  if (isMoneyMetric(id)) return halfUnit(decimalsOf(figures[id]?.money.amount ?? ''));
  const { unit } = metric(id);
  if (unit === 'count') return 0;
  const decimals = decimalsOf(String(figures[id]?.value ?? ''));
  return halfUnit(unit === 'rate' ? Math.max(decimals, rateDecimals(figures)) : decimals);
}

const rateIds = metricIds.filter((id) => metric(id).unit === 'rate');

/** How many decimals the rates of these figures carry, told by the one that shows most. */
function rateDecimals(figures: Figures): number {
  let most = FEWEST_RATE_DECIMALS;
  for (const id of rateIds) {
    const figure = figures[id];
    if (figure === undefined || 'money' in figure || figure.derivedFrom !== undefined) continue;
    most = Math.max(most, decimalsOf(String(figure.value)));
    if (most >= OWN_DECIMALS) return OWN_DECIMALS;
  }
  return most;
}

function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
}

const TOGETHER_MS = 120_000;

/** Whether two figures come out of one answer: only then a difference between them means something. */
export function isSameAnswer(a: Origin, b: Origin): boolean {
  return a.endpoint === b.endpoint && a.at === b.at;
}

/**
 * Whether two figures may be put together: out of one answer, read at nearly the same time, or both
 * read after the LIVE had ended. While a LIVE runs, an older count says nothing of a newer rate.
 */
export function isTogether(a: Origin, b: Origin, endedAt: UnixSeconds | undefined): boolean {
  if (isSameAnswer(a, b) || Math.abs(a.at - b.at) <= TOGETHER_MS) return true;
  return endedAt !== undefined && Math.min(a.at, b.at) > endedAt * 1000;
}
