import { type Span, spanLength } from '../../../metrics/live/length.ts';
import { HOUR_SECONDS } from '../../../metrics/time.ts';
import type { Estimate } from '../../estimate.ts';
import { paceEstimate } from '../pace-interval.ts';

/** TikTok's Academy advises 10 to 15 minutes a pin: a quiet quarter of an hour is one product's whole turn. */
export const SHORTEST_QUIET = 15 * 60;

/** What is quiet for longer than this is the room's way, and no stretch of it. Chosen by us. */
const LONGEST = 60 * 60;

/** The line of a LIVE of three hours. Set by simulation; see false-alarms.test.ts. */
const LEAST_GAIN = 12;
const LINE_SECONDS = 3 * HOUR_SECONDS;

/**
 * What a stretch must gain in 2 · log-likelihood ratio ÷ noise over all windows that are tried, so that at most one in
 * twenty LIVEs shows one where none is: a LIVE always has a quietest quarter of an hour, and the longer it runs, the
 * quieter.
 */
export function leastGainIn(rows: readonly Span[]): number {
  const seconds = rows.reduce((sum, row) => sum + spanLength(row), 0);
  return LEAST_GAIN + 2 * Math.log(Math.max(1, seconds / LINE_SECONDS));
}

/** What is missing from a stretch of what was due by the rest of the LIVE. */
export interface MissingEvents {
  readonly series: 'orders' | 'productClicks';
  /** Events, 90 % interval from the counts. */
  readonly events: Required<Estimate>;
  /** Events in the whole LIVE. */
  readonly total: number;
}

/** What a window was found by: events that came, those that were due, and those of the rest that this is read off. */
interface Counted {
  readonly series: MissingEvents['series'];
  readonly seen: number;
  readonly due: number;
  readonly rest: number;
  /** How much more unevenly than single events they come; 1 is plain counting. */
  readonly noise: number;
  readonly gain: number;
  readonly leastGain: number;
}

/**
 * Of many windows the quietest is picked, and so looks quieter than it was: one that just reaches the line counts half,
 * one that is far beyond it whole. The interval joins those of both counts (Zou and Donner's MOVER).
 */
export function missingOf(counted: Counted): MissingEvents {
  const { series, seen, due, rest, noise, gain, leastGain } = counted;
  const { low = seen, high = seen } = paceEstimate(seen, 1, noise);
  const level = paceEstimate(rest, rest / due, noise);
  const value = due - seen;
  const least = value - Math.hypot(high - seen, due - (level.low ?? due));
  const most = value + Math.hypot(seen - low, (level.high ?? due) - due);
  const kept = 1 - leastGain / gain / 2;
  return {
    series,
    events: { value: value * kept, low: Math.max(0, least) * kept, high: most },
    total: seen + rest,
  };
}

/** A window that is quiet beyond chance; of each series the share of what was due, 1 is the same. */
export interface QuietWindow extends Span {
  /** 2 · log-likelihood ratio ÷ noise. */
  readonly gain: number;
  readonly comments?: number;
  readonly clicks?: number;
  readonly orders?: number;
  readonly missing: MissingEvents;
}

/** Rows by place, half-open. */
export interface Window {
  readonly first: number;
  readonly end: number;
}

/** Every run of neighbouring intervals that is long enough to matter and short enough to be a stretch. */
export function windowsOf(rows: readonly Span[]): Window[] {
  const out: Window[] = [];
  for (const [first, start] of rows.entries()) {
    let end = start.from;
    for (let place = first; place < rows.length; place += 1) {
      const row = rows[place];
      if (row === undefined || row.from !== end || row.to - start.from > LONGEST) break;
      end = row.to;
      if (end - start.from >= SHORTEST_QUIET) out.push({ first, end: place + 1 });
    }
  }
  return out;
}

/** Those that don't overlap a better one, in order of time. */
export function apart<T extends Span>(spans: readonly T[], better: (a: T, b: T) => number): T[] {
  const chosen: T[] = [];
  for (const one of spans.toSorted(better)) {
    if (chosen.every((other) => one.to <= other.from || one.from >= other.to)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** The longest first: it tells of those that it overlaps as well. */
export const longest = (a: Span, b: Span): number => spanLength(b) - spanLength(a);

/** The clearest first. */
export const clearest = (a: QuietWindow, b: QuietWindow): number => b.gain - a.gain;
