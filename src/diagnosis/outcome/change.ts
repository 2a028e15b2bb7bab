import type { PastLive } from '../../metrics/benchmark.ts';
import type { EngineVersion } from '../../metrics/board/engine-version.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { currencyOf } from '../currency.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import { t95 } from '../statistics/student.ts';
import { DRAWS, posteriorOf } from '../uncertainty/posterior.ts';
import { siteOf, type Tally } from '../uncertainty/tally.ts';
import { usable } from '../usable.ts';
import { livesNeeded } from './lives-needed.ts';
import { orderSpreadWithin } from './order-spread.ts';
import { type Reading, readingOf, tallyFor, usualSpreadOf } from './reading.ts';
import { shiftOf } from './shift.ts';
import {
  type ChangeOrNot,
  type CountedFigure,
  FALSE_VERDICTS,
  type UsualFigure,
  type Verdict,
} from './types.ts';
import { steadyPart, type UsualLevel, usualLevel } from './usual-level.ts';

/** As if the usual level rested on so many LIVEs that it were exact. */
const ENDLESS = 1e9;

/** LIVEs around a change, each with its figures completed. */
export interface Around {
  /** The LIVE that the plan was made from. */
  readonly before: Session;
  /** The LIVEs in which the change was made, at least one. */
  readonly after: readonly Session[];
  /** Ordinary LIVEs before the change, the one that the plan was made from left out. */
  readonly past: readonly PastLive[];
  /** How many LIVEs of the shop after the first of them each LIVE after comes. */
  readonly places: readonly number[];
  /** By which way it is told whether the change worked. */
  readonly engine: EngineVersion;
}

/**
 * One metric after a change against what an ordinary LIVE of the shop would have shown; see
 * {@link usualLevel} and {@link shiftOf} for what that is. *Better* and *worse* where the 90 %
 * interval of the ratio leaves 1: each comes by chance in one of twenty cases. A difference is no
 * effect: whatever else changed between the LIVEs is in it.
 */
export function changeOf(
  id: MetricId,
  { before, after, past, places, engine }: Around,
): ChangeOrNot {
  const none = (reason: Extract<ChangeOrNot, { none: unknown }>['none']) => ({
    metric: id,
    none: reason,
  });
  const first = after[0];
  if (first === undefined) return none('not-yet');
  const currency = currencyOf(first);
  const tallies = past.flatMap((live) => {
    const tally = tallyFor(id, live, currency);
    return tally === undefined ? [] : [tally];
  });
  const readings: Reading[] = [];
  for (const session of after) {
    const reading = readingOf(id, session, currency, engine);
    if ('none' in reading) return none(reading.none);
    readings.push(engine === 1 ? reading : amongPast(reading, tallies));
  }
  const read = readingOf(id, before, currency, engine);
  // Two currencies don't compare; a figure that the LIVE before lacks does no harm.
  if ('none' in read && read.none === 'currency') return none('currency');
  const known = 'none' in read ? undefined : engine === 1 ? read : amongPast(read, tallies);
  const dispersion = readings.reduce((sum, one) => sum + one.dispersion, 0) / readings.length;
  const usual = usualLevel(tallies, known, dispersion, usualSpreadOf(id), engine);
  if (usual === undefined) return none('no-usual');
  const shift = shiftOf(usual, readings, places);
  const [low, value, high] = [FALSE_VERDICTS, 0.5, 1 - FALSE_VERDICTS].map((share) =>
    usable(Math.exp(shift.quantile(share))),
  );
  const counted = value === undefined ? undefined : afterOf(readings, usual, value);
  const band = bandOf(usual, countingOf(readings, usual.centre));
  if (low === undefined || value === undefined || high === undefined) return none('no-usual');
  if (counted === undefined || band === undefined) return none('no-usual');
  const chance = shift.below(0);
  const verdict = verdictOf(chance, metric(id).better);
  const seen = known === undefined ? undefined : countedOf(known);
  return {
    metric: id,
    ...(seen === undefined ? {} : { before: seen }),
    usual: band,
    after: counted,
    lives: readings.length,
    ratio: { value, low, high },
    chance: metric(id).better === 'lower' ? chance : 1 - chance,
    verdict,
    ...(verdict === 'no-evidence'
      ? { needed: livesNeeded(Math.log(value), usual, readings, places) }
      : {}),
  };
}

/** A reading of money per order, whose orders scatter no more than the earlier LIVEs leave room for. */
function amongPast(reading: Reading, past: readonly Tally[]): Reading {
  if (reading.tally.form !== 'mean' || reading.dispersion === 0) return reading;
  return { ...reading, dispersion: orderSpreadWithin(past, reading.dispersion) };
}

/**
 * The figure of one LIVE after as it was counted. Several LIVEs count alike, however long each ran:
 * their figure is the level behind them, with what LIVEs vary by in its interval.
 */
function afterOf(
  readings: readonly Reading[],
  usual: UsualLevel,
  ratio: number,
): CountedFigure | undefined {
  const whole = together(readings);
  const counted = whole === undefined ? undefined : countedOf(whole);
  if (readings.length === 1 || counted === undefined) return counted;
  const level = shiftOf(
    { ...usual, error: 0, parts: steadyPart(usual.centre, 0, ENDLESS) },
    readings,
  );
  const [low, high] = [FALSE_VERDICTS, 1 - FALSE_VERDICTS].map((share) =>
    usable(Math.exp(usual.centre + level.quantile(share))),
  );
  const value = usable(Math.exp(usual.centre) * ratio);
  if (low === undefined || high === undefined || value === undefined) return undefined;
  return { ...counted, value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** @param below probability that the level after lies below the usual one */
function verdictOf(below: number, better: 'higher' | 'lower' | 'neither'): Verdict {
  const rose = below < FALSE_VERDICTS;
  const fell = 1 - below < FALSE_VERDICTS;
  if (!rose && !fell) return 'no-evidence';
  return rose === (better === 'higher') ? 'better' : 'worse';
}

/** The counts of several LIVEs as one; money per order weighs by orders. */
function together(readings: readonly Reading[]): Reading | undefined {
  const [first, ...rest] = readings;
  if (first === undefined) return undefined;
  const dispersion = readings.reduce((sum, one) => sum + one.dispersion, 0) / readings.length;
  const tally = rest.reduce<Tally>((sum, { tally: other }) => added(sum, other), first.tally);
  return { tally, dispersion };
}

function added(one: Tally, other: Tally): Tally {
  if (one.form === 'mean') {
    if (other.form !== 'mean') return one;
    const n = one.n + other.n;
    return { form: 'mean', n, value: (one.value * one.n + other.value * other.n) / n };
  }
  if (other.form === 'mean') return one;
  const form = one.form === 'pace' || other.form === 'pace' ? 'pace' : 'share';
  return { form, k: one.k + other.k, n: one.n + other.n };
}

/** A figure as counted, with the 90 % interval of counting alone. */
function countedOf({ tally, dispersion }: Reading): CountedFigure | undefined {
  const value = usable(tally.form === 'mean' ? tally.value : tally.k / tally.n);
  if (value === undefined) return undefined;
  const counts = tally.form === 'mean' ? {} : { counts: { k: tally.k, n: tally.n } };
  if (dispersion === 0) return { value, ...counts };
  const draws = posteriorOf(tally, dispersion, undefined);
  const ends = [FALSE_VERDICTS, 1 - FALSE_VERDICTS].map((share) =>
    draws?.length === DRAWS
      ? usable(Math.exp(quantileOfSorted(draws, share) ?? Number.NaN))
      : undefined,
  );
  const [low, high] = ends;
  if (low === undefined || high === undefined) return { value, ...counts };
  return { value, low: Math.min(low, value), high: Math.max(high, value), ...counts };
}

/** What counting adds to the variance (ln) of an ordinary LIVE of the size of these, on average. */
function countingOf(readings: readonly Reading[], centre: number): number {
  const variances = readings.map(
    ({ tally, dispersion }) => siteOf(tally, centre, dispersion).variance,
  );
  return variances.reduce((sum, one) => sum + one, 0) / variances.length;
}

/**
 * Nine of ten ordinary LIVEs, as they are counted: the centre, give or take what LIVEs vary by, what the
 * centre is unsure by, and the chance in the counts of a LIVE of this size.
 */
function bandOf(usual: UsualLevel, counting: number): UsualFigure | undefined {
  const half = t95(usual.degrees) * Math.hypot(usual.spread, usual.error, Math.sqrt(counting));
  const [low, value, high] = [-half, 0, half].map((off) => usable(Math.exp(usual.centre + off)));
  if (low === undefined || value === undefined || high === undefined) return undefined;
  return { value, low, high, lives: usual.lives, rests: usual.rests };
}
