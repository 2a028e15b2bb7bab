import { ENGINE } from '../../metrics/board/engine-version.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { normalCdf } from '../statistics/normal.ts';
import { ownLevel, SPREAD_DEGREES } from '../uncertainty/own-level.ts';
import { DEEPEST_LOSS, TROUBLE } from '../uncertainty/posterior.ts';
import { guessOf, siteOf, type Tally } from '../uncertainty/tally.ts';
import { driftingLevel, type LevelPart } from './drift.ts';
import type { Reading } from './reading.ts';

/** Where an ordinary LIVE of the shop lies (ln), before the change. */
export interface UsualLevel {
  readonly centre: number;
  /** Standard error of the centre, and standard deviation from LIVE to LIVE. */
  readonly error: number;
  readonly spread: number;
  /** How many LIVEs the spread is worth. */
  readonly degrees: number;
  /** The ways in which the level may move, of which centre and error are the whole. */
  readonly parts: readonly UsualPart[];
  /** Earlier LIVEs, the one that the plan was made from not among them. */
  readonly lives: number;
  readonly rests: 'own' | 'thin';
}

/** One way in which the level may move, and where it stands then. */
export interface UsualPart extends LevelPart {
  /** How many LIVEs of a steady level would place the centre as well. */
  readonly weight: number;
}

/** A level that stands still. */
export function steadyPart(centre: number, error: number, weight: number): readonly UsualPart[] {
  return [{ chance: 1, centre, error, drift: 0, weight }];
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
  const moves = steady !== undefined && engine !== 1 && past.length >= FEWEST_TO_DRIFT;
  const drifting = moves
    ? driftingLevel(past.toReversed(), dispersion, steady, usualSpread)
    : undefined;
  const spread = (drifting ?? steady)?.spread ?? usualSpread;
  const still = steady ?? anywhere(before);
  if (still === undefined) return undefined;
  const known = drifting?.parts ?? [{ ...still, chance: 1, drift: 0 }];
  const placed = placedBy(known, before, spread);
  return {
    ...wholeOf(placed),
    spread,
    parts: placed.map((part) => ({
      ...part,
      weight: engine === 1 ? Math.max(1, past.length) : weightOf(past.length, spread / part.error),
    })),
    degrees: (drifting ?? steady)?.degrees ?? SPREAD_DEGREES,
    lives: past.length,
    rests: past.length >= FEWEST_OWN_LIVES ? 'own' : 'thin',
  };
}

const weightOf = (lives: number, sureness: number): number =>
  Math.max(1, Math.min(lives, sureness ** 2));

/** What the LIVE before says where no earlier one is known. */
function anywhere(before: Reading | undefined): Pick<LevelPart, 'centre' | 'error'> | undefined {
  return before === undefined ? undefined : { centre: guessOf(before.tally), error: ANYWHERE };
}

/** The parts once the LIVE before has joined the earlier ones; the level moves on from it once more. */
function placedBy(
  parts: readonly LevelPart[],
  before: Reading | undefined,
  spread: number,
): readonly LevelPart[] {
  if (before === undefined) return parts;
  const value = guessOf(before.tally);
  const { variance } = siteOf(before.tally, value, before.dispersion);
  const sd = Math.sqrt(spread ** 2 + variance);
  const placed = parts.map((part) => {
    const { evidence, centre, error } = momentsOf(part, (at) => likelihoodOf(value - at, sd));
    return {
      chance: part.chance * evidence,
      centre,
      error: Math.hypot(error, part.drift),
      drift: part.drift,
    };
  });
  const whole = placed.reduce((sum, { chance }) => sum + chance, 0);
  if (!(whole > 0)) return parts;
  return placed.map((part) => ({ ...part, chance: part.chance / whole }));
}

/** Centre and error of all parts together. */
function wholeOf(parts: readonly LevelPart[]): Pick<UsualLevel, 'centre' | 'error'> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return { centre: only.centre, error: only.error };
  const centre = parts.reduce((sum, part) => sum + part.chance * part.centre, 0);
  const variance = parts.reduce(
    (sum, part) => sum + part.chance * (part.error ** 2 + (part.centre - centre) ** 2),
    0,
  );
  return { centre, error: Math.sqrt(variance) };
}

/** How likely a LIVE lies so far from the centre: as usual, or in trouble, each loss up to the deepest equally likely. */
function likelihoodOf(off: number, sd: number): number {
  const z = off / sd;
  const usual = Math.exp((-z * z) / 2) / (sd * Math.sqrt(2 * Math.PI));
  const lost = (normalCdf(z + DEEPEST_LOSS / sd) - normalCdf(z)) / DEEPEST_LOSS;
  return (1 - TROUBLE) * usual + TROUBLE * lost;
}

/** Mean and standard deviation of a normal times a likelihood, and how likely that makes the normal. */
function momentsOf(
  { centre, error }: Pick<LevelPart, 'centre' | 'error'>,
  likelihood: (at: number) => number,
): Pick<UsualLevel, 'centre' | 'error'> & { readonly evidence: number } {
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
  if (!(whole > 0)) return { centre, error, evidence: 0 };
  const mean = first / whole;
  return {
    centre: centre + mean * error,
    error: error * Math.sqrt(second / whole - mean ** 2),
    evidence: whole,
  };
}
