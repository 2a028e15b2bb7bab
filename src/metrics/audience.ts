import { amountOf } from './money.ts';
import type { AudienceSplit } from './session.ts';

type Part = AudienceSplit['parts'][number];

/** A part of an audience as it is shown: with its share of the whole where that is known. */
export interface AudiencePart extends Part {
  /** What the answer left out of a list of the largest; `name` is empty. */
  readonly isRest: boolean;
}

/** Shares are answered with six decimals: less than this may be left of five of them by rounding. */
const ROUNDING = 1e-5;

/**
 * The parts of an audience, each with its share of the whole: as answered, else worked out from counts
 * or money. Followers come before the old and the new among them (`within`), which are no parts of the
 * whole beside them. A list of the largest regions ends in a rest. Averages (AOV) have no shares.
 */
export function audienceParts(split: AudienceSplit): readonly AudiencePart[] {
  const whole = wholeOf(split);
  const shown = split.parts.map((part): AudiencePart => {
    const size = sizeOf(part);
    const share =
      part.share ?? (size === undefined || whole === undefined ? undefined : size / whole);
    return { ...part, ...(share === undefined ? {} : { share }), isRest: false };
  });
  const rest = restOf(split);
  return rest === undefined ? shown : [...shown, { name: '', share: rest, isRest: true }];
}

/** What the parts add up to, each counted once; undefined where they don't add up to anything. */
export function wholeOf({ of, parts }: AudienceSplit): number | undefined {
  if (of === 'aov') return undefined;
  const sizes = parts.filter(({ within }) => within === undefined).map(sizeOf);
  const whole = sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
  return whole === undefined || whole <= 0 ? undefined : whole;
}

const sizeOf = ({ value, money }: Part): number | undefined =>
  value ?? (money === undefined ? undefined : amountOf(money));

/** The share that a list of the largest places leaves over; undefined where it leaves none. */
function restOf({ by, parts }: AudienceSplit): number | undefined {
  if (by !== 'region' && by !== 'country') return undefined;
  if (parts.length === 0 || parts.some(({ share }) => share === undefined)) return undefined;
  const rest = 1 - parts.reduce((sum, { share = 0 }) => sum + share, 0);
  return rest > ROUNDING ? rest : undefined;
}
