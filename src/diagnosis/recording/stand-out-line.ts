import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { quantile } from '../statistics/quantile.ts';

/** Where a measure begins to stand out, and whose word that is. */
export interface StandOutLine {
  readonly at: number;
  /** `own`: from the account's own LIVEs; `stated`: a threshold of ours. */
  readonly basis: 'own' | 'stated';
}

/** A side on which a measure may stand out. */
export interface LineSide {
  readonly away: 'below' | 'above';
  /** The threshold where too few own LIVEs were measured; absent where those alone can tell. */
  readonly stated?: number;
  /** The least that stands out beside what is usual: a shop that never varies has no outer twentieth. */
  readonly least: (usual: number) => number;
}

/** What a measure usually is in own LIVEs: the quartiles of their medians. */
export interface UsualMeasure {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly lives: number;
}

/** Measures that tell what one LIVE is like: a minute more or less changes nothing then. Chosen by us. */
const FEWEST_IN_LIVE = 5;

/** An ordinary own LIVE spends this share of its time beyond the line. Chosen by us. */
const OUTER = 0.05;

/** What a measure usually is; undefined where fewer than five own LIVEs tell. */
export function usualOf(lives: readonly (readonly number[])[]): UsualMeasure | undefined {
  return quartilesOf(tellingLives(lives).map((values) => quantile(values, 0.5)));
}

/** The quartiles of one figure of each own LIVE; undefined where fewer than five have one. */
export function quartilesOf(figures: readonly (number | undefined)[]): UsualMeasure | undefined {
  const known = figures.filter((one) => one !== undefined);
  const [p25, p50, p75] = [0.25, 0.5, 0.75].map((share) => quantile(known, share));
  if (known.length < FEWEST_OWN_LIVES) return undefined;
  if (p25 === undefined || p50 === undefined || p75 === undefined) return undefined;
  return { p25, p50, p75, lives: known.length };
}

/**
 * Where a measure stands out: beyond what an ordinary own LIVE reaches in a twentieth of its time, and by no less than
 * the side asks for; by the stated threshold where fewer than five own LIVEs tell. Undefined where neither does.
 *
 * @param lives the measures of each own LIVE
 */
export function standOutLineOf(
  lives: readonly (readonly number[])[],
  side: LineSide,
): StandOutLine | undefined {
  const usual = usualOf(lives);
  const isBelow = side.away === 'below';
  const outer =
    usual &&
    quantile(
      tellingLives(lives).flatMap((values) => quantile(values, isBelow ? OUTER : 1 - OUTER) ?? []),
      0.5,
    );
  if (usual === undefined || outer === undefined) {
    return side.stated === undefined ? undefined : { at: side.stated, basis: 'stated' };
  }
  const least = side.least(usual.p50);
  return { at: isBelow ? Math.min(outer, least) : Math.max(outer, least), basis: 'own' };
}

/** Those of the LIVEs that were measured for long enough to tell what they are like. */
export const tellingLives = (lives: readonly (readonly number[])[]) =>
  lives.filter(({ length }) => length >= FEWEST_IN_LIVE);
