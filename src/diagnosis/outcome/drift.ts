import { type OwnLevel, SPREAD_DEGREES } from '../uncertainty/own-level.ts';
import { guessOf, siteOf, type Tally } from '../uncertainty/tally.ts';

/** Where the level may stand at the next LIVE (ln), if it moves by so much from LIVE to LIVE. */
export interface LevelPart {
  /** How likely it moves so, after the LIVEs seen. */
  readonly chance: number;
  readonly centre: number;
  /** Standard error of the centre, what it may move until the next LIVE included. */
  readonly error: number;
  /** Standard deviation by which the level moves from one LIVE to the next. */
  readonly drift: number;
}

/** A level that may drift, and how LIVEs vary around it. */
export interface DriftingLevel {
  readonly parts: readonly LevelPart[];
  readonly spread: number;
  readonly degrees: number;
}

/**
 * How far a level may move from one LIVE to the next, as a part of what LIVEs vary by, and how likely
 * each is before any LIVE was seen. Chosen so that the bands of two real shops hold (`npm run bench -- real`)
 * at little cost where nothing drifts (`npm run bench -- outcome`).
 */
const DRIFTS = [
  { drift: 0, chance: 0.85 },
  { drift: 0.35, chance: 0.075 },
  { drift: 0.7, chance: 0.075 },
] as const;

/** Spreads that are played through, as multiples of the usual one: evenly on the log scale. */
const SPREADS = Array.from({ length: 41 }, (_, place) => 2 ** ((place - 16) / 8));

/** Some shops' LIVEs vary twice as much as usual: by how much, and how many shops. */
const WIDE = { times: 2, chance: 0.1 } as const;

/** Rounds in which each LIVE's own level is found. */
const ROUNDS = 3;

/**
 * The level of LIVEs that follow one another, each around a level that moves from LIVE to LIVE (a local
 * level model): how far it moves and how LIVEs vary are both played through and weighed by how well they
 * foretell each LIVE from the ones before it (Kalman filter). A steady shop's LIVEs speak for no drift,
 * and its level is then that of all of them.
 *
 * @param tallies oldest first, at least one
 * @param steady the level as if nothing drifted, around which counting noise is taken out
 */
export function driftingLevel(
  tallies: readonly Tally[],
  dispersion: number,
  steady: OwnLevel,
  usualSpread: number,
): DriftingLevel {
  const sites = tallies.map((tally) => ownSite(tally, dispersion, steady));
  const models = DRIFTS.flatMap(({ drift, chance }) =>
    SPREADS.map((times) => {
      const spread = times * usualSpread;
      const filtered = filter(sites, spread, drift * spread);
      const log = Math.log(chance) + priorOf(times) + filtered.log;
      return { ...filtered, drift, square: spread ** 2, log };
    }),
  );
  const highest = Math.max(...models.map(({ log }) => log));
  const weighed = models.map((model) => ({ ...model, weight: Math.exp(model.log - highest) }));
  const whole = weightOf(weighed);
  const square = meanOf(weighed, (model) => model.square);
  const vary = meanOf(weighed, (model) => (model.square - square) ** 2);
  // Mean and variance of a scaled inverse χ² give its degrees and its scale.
  const degrees = 4 + (2 * square ** 2) / vary;
  return {
    parts: DRIFTS.map(({ drift }) => {
      const alike = weighed.filter((model) => model.drift === drift);
      const centre = meanOf(alike, (model) => model.centre);
      const variance = meanOf(alike, (model) => model.variance + (model.centre - centre) ** 2);
      return {
        chance: weightOf(alike) / whole,
        centre,
        error: Math.sqrt(variance),
        drift: drift * Math.sqrt(meanOf(alike, (model) => model.square)),
      };
    }),
    spread: Math.sqrt((square * (degrees - 2)) / degrees),
    degrees,
  };
}

const weightOf = (models: readonly { readonly weight: number }[]): number =>
  models.reduce((sum, { weight }) => sum + weight, 0);

function meanOf<Model extends { readonly weight: number }>(
  models: readonly Model[],
  of: (model: Model) => number,
): number {
  return models.reduce((sum, model) => sum + model.weight * of(model), 0) / weightOf(models);
}

/**
 * The density of a spread (ln, up to a constant) before any LIVE was seen: around the usual one, worth a week of
 * LIVEs, and for some shops likewise around one twice as large.
 */
function priorOf(times: number): number {
  const around = (one: number): number =>
    (times / one) ** -SPREAD_DEGREES * Math.exp(-SPREAD_DEGREES / (2 * (times / one) ** 2));
  return Math.log((1 - WIDE.chance) * around(1) + WIDE.chance * around(WIDE.times));
}

/** What a LIVE's counts say of its own level, around where that lies once it is drawn to the others'. */
function ownSite(
  tally: Tally,
  dispersion: number,
  { centre, spread }: OwnLevel,
): { readonly value: number; readonly variance: number } {
  let mean = guessOf(tally);
  let site = siteOf(tally, mean, dispersion);
  for (let round = 0; round < ROUNDS; round++) {
    const share = spread ** 2 / (spread ** 2 + site.variance);
    mean = centre + share * (site.value - centre);
    site = siteOf(tally, mean, dispersion);
  }
  return site;
}

/** The level at the next LIVE and the log-likelihood of the LIVEs; nothing is known before the first. */
function filter(
  sites: readonly { readonly value: number; readonly variance: number }[],
  spread: number,
  drift: number,
): { readonly centre: number; readonly variance: number; readonly log: number } {
  let centre = 0;
  let variance = Number.POSITIVE_INFINITY;
  let log = 0;
  for (const site of sites) {
    const noise = spread ** 2 + site.variance;
    if (variance === Number.POSITIVE_INFINITY) {
      centre = site.value;
      variance = noise;
    } else {
      const expected = variance + noise;
      const off = site.value - centre;
      log -= (Math.log(expected) + off ** 2 / expected) / 2;
      centre += (variance / expected) * off;
      variance = (variance * noise) / expected;
    }
    variance += drift ** 2;
  }
  return { centre, variance, log };
}
