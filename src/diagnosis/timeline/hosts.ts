import { type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { joined, type TrendInterval } from './span.ts';

/** A host and the stretches of the LIVE that the seller marked as theirs, in order. */
export interface HostShift {
  readonly name: string;
  readonly spans: readonly Span[];
}

/**
 * Everyone marked as host, in order of first appearance, their stretches cut to the LIVE. Empty where
 * nobody was marked, or the LIVE's edges aren't known.
 */
export function hostsOf(session: Session): readonly HostShift[] {
  const live = spanOf(session.room);
  if (live === undefined) return [];
  const spans = new Map<string, Span[]>();
  const ordered = [...(session.hosts ?? [])].sort((a, b) => a.startedAt - b.startedAt);
  for (const { name, startedAt, endedAt } of ordered) {
    const span = {
      from: unixSeconds(Math.max(startedAt, live.from)),
      to: unixSeconds(Math.min(endedAt ?? live.to, live.to)),
    };
    if (spanLength(span) > 0) spans.set(name, [...(spans.get(name) ?? []), span]);
  }
  return [...spans].map(([name, own]) => ({ name, spans: joined(own) }));
}

/** The whole intervals inside a host's stretches, and those that no part of them touches; those astride an edge are neither. */
export function sidesOf(
  intervals: readonly TrendInterval[],
  { spans }: HostShift,
): { readonly own: readonly TrendInterval[]; readonly rest: readonly TrendInterval[] } {
  return {
    own: intervals.filter((one) => spans.some(({ from, to }) => one.from >= from && one.to <= to)),
    rest: intervals.filter((one) =>
      spans.every(({ from, to }) => one.to <= from || one.from >= to),
    ),
  };
}
