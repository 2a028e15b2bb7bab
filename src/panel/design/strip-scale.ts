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
/** Share of the strip left free at each end, so that marks are never cut. */
const MARGIN = 0.06;

/**
 * The scale of one strip, from the values it shows: logarithmic where they span more than twelvefold
 * and all are above zero, else linear. Undefined when there is nothing to compare with: a lone dot says nothing.
 */
export function stripScale(values: StripValues): StripScale | undefined {
  const { yours, benchmark, usual, range } = values;
  const against = [benchmark, usual?.low, usual?.high, range?.low, range?.high].filter(isKnown);
  if (against.length === 0) return undefined;
  const known = [yours, ...against].filter(isKnown);
  const low = Math.min(...known);
  const high = Math.max(...known);
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
