import type { SampleReading } from './chance.ts';
import { MEANINGFUL_RATIO, Z_POWER } from './constants.ts';
import { normalQuantile } from './normal.ts';
import type { Trials } from './trials.ts';

/**
 * Whether the rate of one part of a LIVE lies below that of the rest, beyond what chance `luck`
 * explains: the log of the two rates' ratio with variance noise × (1 ÷ (k₁ + ½) + 1 ÷ (k₂ + ½)), hits
 * taken as events because one viewer can tap several times. `noise` is how much more unevenly than single
 * events the hits come (1 or more). Where a third less couldn't be told, about how many more tries
 * would tell it; undefined where the rest holds no hit, so that there is nothing to be below.
 */
export function readApart(
  part: Trials,
  rest: Trials,
  { noise, luck }: { readonly noise: number; readonly luck: number },
): SampleReading | undefined {
  if (!(part.n > 0 && rest.n > 0 && rest.k > 0)) return undefined;
  const z = normalQuantile(1 - luck);
  const log = Math.log((part.k + 0.5) / part.n) - Math.log((rest.k + 0.5) / rest.n);
  const error = Math.sqrt(noise * (1 / (part.k + 0.5) + 1 / (rest.k + 0.5)));
  if (log + z * error < 0) return { reading: 'below' };

  const rate = rest.k / rest.n;
  const due = part.n * rate;
  const allowed = (Math.log(MEANINGFUL_RATIO) / (z + Z_POWER)) ** 2 / noise;
  if (1 / due + 1 / rest.k <= allowed) return { reading: 'not-below' };
  const left = allowed - 1 / rest.k;
  // Where the rest itself is too small, both have to grow until each is half of the error.
  const lacking = left > 0 ? 1 / left - due : 2 / allowed - Math.min(due, rest.k);
  return { reading: 'scarce', more: Math.max(1, Math.ceil(lacking / rate)) };
}
