import type { CurrencyCode } from '../../metrics/money.ts';
import type { Text } from '../../metrics/text.ts';
import { type Seconds, seconds } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import type { Estimate } from '../estimate.ts';
import { Z90 } from '../statistics/constants.ts';
import { quantile } from '../statistics/quantile.ts';
import { amount, bound, estimate, lasting } from '../text/wording.ts';
import { usable } from '../usable.ts';
import { type Curve, valueAt } from './curve.ts';

/** GMV at the end, if the rest of the LIVE goes as it went in own LIVEs from here on. */
export interface Projection {
  /** Elapsed seconds the projection is for: the planned or typical length. */
  readonly until: Seconds;
  readonly planned: boolean;
  readonly gmv: Required<Estimate>;
  /** Median of own LIVEs at that time. */
  readonly usual: number;
  readonly lives: number;
  readonly text: Text;
}

/**
 * Where GMV will stand at the planned end, else at the typical length of own LIVEs: what there is, times
 * how much own LIVEs that ran as long grew from this elapsed time on. Log-normal, with a 90 %
 * prediction interval of Student's t (its quantile by Cornish and Fisher's first term). Undefined
 * with fewer than five such LIVEs, or nothing sold yet.
 */
export function projectionOf(
  now: number,
  curves: readonly Curve[],
  elapsed: Seconds,
  planned: Seconds | undefined,
  currency: CurrencyCode | undefined,
): Projection | undefined {
  const until = planned ?? typicalLength(curves);
  if (until === undefined || !(until > elapsed) || !(now > 0)) return undefined;
  const grown = curves.flatMap((curve) => {
    const [then, end] = [valueAt(curve, elapsed), valueAt(curve, until)];
    return then === undefined || end === undefined || !(then > 0) ? [] : [{ then, end }];
  });
  const n = grown.length;
  if (n < FEWEST_OWN_LIVES) return undefined;
  const logs = grown.map(({ then, end }) => Math.log(end / then));
  const mean = logs.reduce((sum, value) => sum + value, 0) / n;
  const square = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const t = Z90 + (Z90 ** 3 + Z90) / (4 * (n - 1));
  const half = t * Math.sqrt(square * (1 + 1 / n));
  const gmv = {
    value: now * Math.exp(mean),
    // What is sold stays sold.
    low: Math.max(now, now * Math.exp(mean - half)),
    high: now * Math.exp(mean + half),
  };
  const usual = quantile(
    grown.map(({ end }) => end),
    0.5,
  );
  if (usual === undefined || usable(gmv.high) === undefined) return undefined;
  return {
    until,
    planned: planned !== undefined,
    gmv,
    usual,
    lives: n,
    text: {
      key: 'pace_projection',
      values: {
        until: lasting(until),
        gmv: estimate(gmv.value, currency),
        low: bound(gmv.low, currency),
        high: bound(gmv.high, currency),
        usual: amount(usual, currency),
      },
    },
  };
}

/** The median length of own LIVEs that ran on, or less where too few ran so long. */
function typicalLength(curves: readonly Curve[]): Seconds | undefined {
  const lengths = curves.map(({ elapsed }) => elapsed.at(-1) ?? 0).sort((a, b) => b - a);
  const median = quantile(lengths, 0.5);
  const reached = lengths[FEWEST_OWN_LIVES - 1];
  return median === undefined || reached === undefined
    ? undefined
    : seconds(Math.min(median, reached));
}
