import type { CurrencyCode } from '../../metrics/money.ts';
import type { Series, Timeline } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { usable } from '../usable.ts';

/** The trend of an earlier LIVE of the account. */
export interface PastTimeline {
  readonly startedAt: UnixSeconds;
  readonly endedAt: UnixSeconds;
  readonly currency?: CurrencyCode;
  readonly timeline: Timeline;
}

/** How an amount added up: seconds since the start, and what there was until then; both rise. */
export interface Curve {
  readonly elapsed: readonly number[];
  readonly total: readonly number[];
}

/** The curve of an amount from the start of the LIVE until `until`, whole intervals only; undefined where a value can be no count. */
export function curveOf(
  timeline: Timeline,
  metric: Series['metric'],
  startedAt: UnixSeconds,
  until: number,
): Curve | undefined {
  const series = timeline.series.find((one) => one.metric === metric && one.kind === 'amount');
  if (series === undefined || series.points.length === 0) return undefined;
  const elapsed = [0];
  const total = [0];
  for (const [at, value] of [...series.points].sort((a, b) => a[0] - b[0])) {
    const end = at + timeline.interval;
    // The last interval of an ended LIVE is cut by its end, and whole all the same.
    const to = Math.min(end, until);
    if (at >= until || to <= startedAt) continue;
    const amount = usable(value);
    if (amount === undefined || amount < 0) return undefined;
    elapsed.push(to - startedAt);
    total.push((total.at(-1) ?? 0) + amount);
  }
  return elapsed.length < 2 ? undefined : { elapsed, total };
}

/** What there was by an elapsed time; evenly spread inside an interval. Undefined beyond the curve. */
export function valueAt({ elapsed, total }: Curve, seconds: number): number | undefined {
  const next = elapsed.findIndex((end) => end >= seconds);
  if (next < 0) return undefined;
  const [from = 0, to = 0] = [elapsed[next - 1], elapsed[next]];
  const [before = 0, after = 0] = [total[next - 1], total[next]];
  return to > from ? before + ((after - before) * (seconds - from)) / (to - from) : after;
}
