/** Everything a strip may show, in the metric's own unit. */
export interface StripValues {
  readonly yours?: number | undefined;
  readonly benchmark?: number | undefined;
  readonly usual?: { readonly low: number; readonly high: number } | undefined;
  readonly range?: { readonly low: number; readonly high: number } | undefined;
}

/** Maps a value to its place on the strip, 0 to 1. */
export type StripScale = (value: number) => number;

/** Above this ratio of largest to smallest a linear strip would press the small values together. */
const LOG_FROM = 12;
/**
 * What a strip without a range spans at least, as a share of its largest value: two figures that nobody would
 * tell apart stand beside each other, not at its two ends. Chosen by us.
 */
const LEAST_SPAN = 0.4;
/** Share of the strip left free at each end, so that marks are never cut. */
const MARGIN = 0.06;

/**
 * The scale of one strip, from the values it shows: logarithmic where they span more than twelvefold
 * and all are above zero, else linear, and without a range never narrower than
 * the least span. Undefined when there is nothing to compare with: a lone dot says nothing.
 */
export function stripScale(values: StripValues): StripScale | undefined {
  const { yours, benchmark, usual, range } = values;
  const against = [benchmark, usual?.low, usual?.high, range?.low, range?.high].filter(isKnown);
  if (against.length === 0) return undefined;
  const known = [yours, ...against].filter(isKnown);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const hasRange = usual !== undefined || range !== undefined;
  const size = Math.max(Math.abs(least), Math.abs(most));
  const missing = hasRange ? 0 : Math.max(0, LEAST_SPAN * size - (most - least));
  const [low, high] = [least - missing / 2, most + missing / 2];
  if (low === high) return () => 0.5;
  const log = low > 0 && high / low > LOG_FROM;
  const at = log ? Math.log : (value: number) => value;
  const span = at(high) - at(low);
  return (value) => {
    const share = (at(value) - at(low)) / span;
    return MARGIN + Math.min(1, Math.max(0, share)) * (1 - 2 * MARGIN);
  };
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
