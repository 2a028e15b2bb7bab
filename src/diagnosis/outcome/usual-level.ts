import { ENGINE } from '../../metrics/board/engine-version.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { normalCdf } from '../statistics/normal.ts';
import { type OwnLevel, ownLevel, SPREAD_DEGREES } from '../uncertainty/own-level.ts';
import { DEEPEST_LOSS, TROUBLE } from '../uncertainty/posterior.ts';
import { guessOf, siteOf, type Tally } from '../uncertainty/tally.ts';
import { driftingLevel } from './drift.ts';
import type { Reading } from './reading.ts';

/** Where an ordinary LIVE of the shop lies (ln), before the change. */
export interface UsualLevel {
  readonly centre: number;
  /** Standard error of the centre, and standard deviation from LIVE to LIVE. */
  readonly error: number;
  readonly spread: number;
  /** How many LIVEs the spread is worth. */
  readonly degrees: number;
  /** How many LIVEs of a steady level would place the centre as well. */
  readonly weight: number;
  /** Earlier LIVEs, the one that the plan was made from not among them. */
  readonly lives: number;
  readonly rests: 'own' | 'thin';
}

/** Without any earlier LIVE the level can be anything within some factor of seven of the LIVE before. */
const ANYWHERE = 2;

/** Of fewer LIVEs it can't be told whether their level moves. */
const FEWEST_TO_DRIFT = 5;

/** Points on which the centre is worked out, and how many standard errors they reach. */
const POINTS = 121;
const REACH = 6;

/**
 * The shop's usual level of a metric, which a change has to beat: that of the LIVEs before it, each
 * LIVE's counting noise taken out. It is not the level of the LIVE that the plan was made from. That
 * one was picked because it was bad, and the next would have come back towards the usual by itself
 * (regression to the mean). It joins the others as a LIVE that may have been in trouble (the chance
 * and size that a diagnosis takes a trouble to have): to leave it out would be wrong too, because the
 * step that stands furthest below the others is picked as much for others that were lucky.
 *
 * With fewer than five earlier LIVEs the level is `thin`. Undefined without any LIVE.
 *
 * @param past newest first
 * @param dispersion of the earlier LIVEs, of which only counts are known
 * @param engine by which way it is told whether a change worked; the first takes no drift into account
 */
export function usualLevel(
  past: readonly Tally[],
  before: Reading | undefined,
  dispersion: number,
  usualSpread: number,
  engine = ENGINE,
): UsualLevel | undefined {
  const steady = ownLevel(past, dispersion, undefined, usualSpread);
  const level =
    steady === undefined || engine === 1 || past.length < FEWEST_TO_DRIFT
      ? steady
      : { ...steady, ...driftingLevel(past.toReversed(), dispersion, steady, usualSpread) };
  const spread = level?.spread ?? usualSpread;
  const centre = centreOf(level, before, spread);
  if (centre === undefined) return undefined;
  return {
    ...centre,
    spread,
    weight: engine === 1 ? Math.max(1, past.length) : weightOf(past.length, spread / centre.error),
    degrees: level?.degrees ?? SPREAD_DEGREES,
    lives: past.length,
    rests: past.length >= FEWEST_OWN_LIVES ? 'own' : 'thin',
  };
}

const weightOf = (lives: number, sureness: number): number =>
  Math.max(1, Math.min(lives, sureness ** 2));

function centreOf(
  level: OwnLevel | undefined,
  before: Reading | undefined,
  spread: number,
): Pick<UsualLevel, 'centre' | 'error'> | undefined {
  if (before === undefined) return level;
  const value = guessOf(before.tally);
  const { variance } = siteOf(before.tally, value, before.dispersion);
  const known = level ?? { centre: value, error: ANYWHERE };
  const sd = Math.sqrt(spread ** 2 + variance);
  return momentsOf(known, (centre) => likelihoodOf(value - centre, sd));
}

/** How likely a LIVE lies so far from the centre: as usual, or in trouble, each loss up to the deepest equally likely. */
function likelihoodOf(off: number, sd: number): number {
  const z = off / sd;
  const usual = Math.exp((-z * z) / 2) / (sd * Math.sqrt(2 * Math.PI));
  const lost = (normalCdf(z + DEEPEST_LOSS / sd) - normalCdf(z)) / DEEPEST_LOSS;
  return (1 - TROUBLE) * usual + TROUBLE * lost;
}

/** Mean and standard deviation of a normal times a likelihood. */
function momentsOf(
  { centre, error }: Pick<OwnLevel, 'centre' | 'error'>,
  likelihood: (at: number) => number,
): Pick<UsualLevel, 'centre' | 'error'> {
  let whole = 0;
  let first = 0;
  let second = 0;
  for (let point = 0; point < POINTS; point++) {
    const z = REACH * ((2 * point) / (POINTS - 1) - 1);
    const weight = Math.exp((-z * z) / 2) * likelihood(centre + z * error);
    whole += weight;
    first += weight * z;
    second += weight * z * z;
  }
  // So far off that no usual LIVE could be there: it says nothing of the others.
  if (!(whole > 0)) return { centre, error };
  const mean = first / whole;
  return { centre: centre + mean * error, error: error * Math.sqrt(second / whole - mean ** 2) };
}
