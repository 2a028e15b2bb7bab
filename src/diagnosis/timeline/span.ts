import { type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import type { Series, Session } from '../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

/** One interval of a series, cut to the LIVE: what it covers and what it holds. */
export interface TrendInterval extends Span {
  readonly value: number;
}

/** A series' intervals are cut once, by its points: a dozen rules ask for those of the same LIVE. */
const known = new WeakMap<
  Series['points'],
  { readonly span: Span; readonly interval: number; readonly intervals: readonly TrendInterval[] }
>();

/**
 * A series' intervals in order, the first and last cut to the LIVE, so that an amount divided by
 * the length is a true pace. Undefined where the series isn't there, or the LIVE's edges aren't known:
 * its last interval would then be a part that looks like a whole.
 */
export function intervalsOf(
  session: Session,
  metric: Series['metric'],
  kind: Series['kind'],
): readonly TrendInterval[] | undefined {
  const { timeline } = session;
  const span = spanOf(session.room);
  const series = timeline?.series.find((one) => one.metric === metric && one.kind === kind);
  if (timeline === undefined || series === undefined || span === undefined) {
    return undefined;
  }
  if (series.points.length === 0) return undefined;
  const { interval } = timeline;
  const before = known.get(series.points);
  if (before?.interval === interval && isSame(before.span, span)) return before.intervals;
  const intervals = series.points
    .map(([at, value]) => ({
      from: unixSeconds(Math.max(at, span.from)),
      to: unixSeconds(Math.min(at + interval, span.to)),
      value,
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  known.set(series.points, { span, interval, intervals });
  return intervals;
}

/** An interval in which it is known how many people were in the room. */
export interface WatchedInterval extends TrendInterval {
  readonly viewers: number;
}

/** Those of some intervals of a LIVE in which it is known how many people were in the room; none without that series. */
export function watchedIn(
  session: Session,
  intervals: readonly TrendInterval[],
): WatchedInterval[] {
  const viewersFrom = new Map<number, number>();
  for (const { from, value } of intervalsOf(session, 'concurrentViewers', 'level') ?? []) {
    viewersFrom.set(from, value);
  }
  const watched: WatchedInterval[] = [];
  for (const { from, to, value } of intervals) {
    const viewers = viewersFrom.get(from);
    if (viewers !== undefined) watched.push({ from, to, value, viewers });
  }
  return watched;
}

const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

/**
 * The sum and the covered seconds of the intervals that lie wholly inside a span. An interval that
 * straddles an edge belongs to neither side and is left out.
 */
export function within(
  intervals: readonly TrendInterval[],
  span: Span,
): { readonly total: number; readonly seconds: number } {
  const inside = intervals.filter(({ from, to }) => from >= span.from && to <= span.to);
  return {
    total: inside.reduce((sum, { value }) => sum + value, 0),
    seconds: inside.reduce((sum, interval) => sum + spanLength(interval), 0),
  };
}

/**
 * Where to cut a LIVE in two so that every interval lies on one side: the end of an interval nearest to `at`;
 * `at` itself where none is as near as `most` seconds.
 */
export function cutNear(
  intervals: readonly TrendInterval[],
  at: UnixSeconds,
  most: number,
): UnixSeconds {
  const off = (end: UnixSeconds): number => Math.abs(end - at);
  const nearest = intervals
    .map(({ to }) => to)
    .reduce<UnixSeconds | undefined>(
      (near, end) => (near === undefined || off(end) < off(near) ? end : near),
      undefined,
    );
  return nearest === undefined || off(nearest) > most ? at : nearest;
}

/** Spans in order with overlaps joined. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && span.from <= last.to) {
      if (span.to > last.to) out[out.length - 1] = { from: last.from, to: span.to };
    } else {
      out.push(span);
    }
  }
  return out;
}

/** What the spans leave open of a whole. */
export function leftOpen(whole: Span, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  let from = whole.from;
  for (const span of joined(spans)) {
    if (span.from > from) out.push({ from, to: unixSeconds(Math.min(span.from, whole.to)) });
    if (span.to > from) from = span.to;
  }
  if (from < whole.to) out.push({ from, to: whole.to });
  return out.filter((span) => span.to > span.from);
}
