import { isMoneyMetric, type MetricId, metric, metricIds } from '../../metrics/catalogue.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { type Figures, numberOf, type Origin } from '../../metrics/figure.ts';
import { spanLength } from '../../metrics/live/length.ts';
import { toMoney } from '../../metrics/money.ts';
import type { Series, Session } from '../../metrics/session.ts';
import { HOUR_SECONDS, seconds, unixMs } from '../../metrics/time.ts';
import { soFar } from '../course/so-far.ts';
import { currencyOf } from '../currency.ts';
import { type HostShift, hostsOf, sidesOf } from '../timeline/hosts.ts';
import { intervalsOf, type TrendInterval } from '../timeline/span.ts';
import { ADDS_UP_WITHIN } from '../uncertainty/dispersion.ts';
import { type ComparedSide, countedSide, type ElapsedInterval } from './compared-side.ts';

/** A host of a LIVE as a side: what was counted in the minutes in which they presented. */
export interface HostSide {
  readonly name: string;
  readonly side: ComparedSide;
}

/** Everyone who is marked as host of a LIVE, each as a side; empty where nobody is, or the LIVE has no minutes. */
export function hostSides(session: Session): readonly HostSide[] {
  const known = soFar(session);
  if (known === undefined) return [];
  return hostsOf(known).flatMap((host) => {
    const side = hostSide(known, host);
    return side === undefined ? [] : [{ name: host.name, side }];
  });
}

/**
 * Figures of the LIVE that can be compared and that neither of two hosts has: those aren't counted by the minute, or the
 * LIVE's minutes don't add up to them.
 */
export function notByMinute(
  session: Session,
  hosts: readonly [ComparedSide, ComparedSide],
): readonly MetricId[] {
  const { figures } = completeSession(session);
  return metricIds.filter(
    (id) =>
      metric(id).comparable &&
      numberOf(figures, id) !== undefined &&
      hosts.every((side) => side.valueOf(id) === undefined),
  );
}

function hostSide(session: Session, host: HostShift): ComparedSide | undefined {
  const { timeline } = session;
  if (timeline === undefined) return undefined;
  const own = (name: Series['metric'], kind: Series['kind']): readonly TrendInterval[] =>
    sidesOf(intervalsOf(session, name, kind) ?? [], host).own;
  const amounts = metricIds.flatMap((id) => {
    const series = timeline.series.find((one) => one.metric === id && one.kind === 'amount');
    if (series === undefined || !addsUp(session, id, series.points)) return [];
    const intervals = own(id, 'amount');
    const total = intervals.reduce((sum, { value }) => sum + value, 0);
    return [{ id, total, length: lengthOfAll(intervals) }];
  });
  const covered = Math.max(0, ...amounts.map(({ length }) => length));
  if (!(covered > 0)) return undefined;
  const currency = currencyOf(session);
  const origin = originOf(session);
  const figures: Figures = {};
  for (const { id, total, length } of amounts) {
    // A minute that is missing would look like one in which nothing happened.
    if (length !== covered) continue;
    if (isMoneyMetric(id)) {
      const money = toMoney(total, currency);
      if (money !== undefined) figures[id] = { money, origin };
    } else figures[id] = { value: total, origin };
  }
  const minutes: Session = {
    ...session,
    room: minutesRoom(session, covered),
    figures,
    comparisons: { market: {}, own: {} },
    timeline: {
      ...timeline,
      series: timeline.series.map((series) => ({
        ...series,
        points: series.points.filter(([at]) =>
          host.spans.some(({ from, to }) => at >= from && at + timeline.interval <= to),
        ),
      })),
    },
  };
  return {
    ...countedSide('host', minutes, covered / HOUR_SECONDS),
    courseOf: (name, kind) => {
      const intervals = own(name, kind);
      return intervals.length === 0 ? undefined : oneAfterAnother(intervals);
    },
    interval: timeline.interval,
  };
}

/** The room of a host's minutes: it has a length, and no clock of its own. */
function minutesRoom(
  { room: { startedAt: _, endedAt: __, ...room } }: Session,
  covered: number,
): Session['room'] {
  return { ...room, status: 'ended', duration: seconds(covered) };
}

/** Whether a series tells of the LIVE: it adds up to the LIVE's own count where that is known. */
function addsUp(session: Session, id: MetricId, points: Series['points']): boolean {
  if (points.some(([, value]) => value < 0)) return false;
  const whole = numberOf(session.figures, id);
  const sum = points.reduce((all, [, value]) => all + value, 0);
  return whole === undefined || Math.abs(sum - whole) <= ADDS_UP_WITHIN * Math.abs(whole);
}

/** Stretches put together, as if one had followed the other. */
function oneAfterAnother(intervals: readonly TrendInterval[]): readonly ElapsedInterval[] {
  let until = 0;
  return intervals.map((interval) => {
    const from = until;
    until += spanLength(interval);
    return { from, to: until, value: interval.value };
  });
}

const lengthOfAll = (intervals: readonly TrendInterval[]): number =>
  intervals.reduce((sum, interval) => sum + spanLength(interval), 0);

const originOf = ({ origins }: Session): Origin =>
  origins.timeline ?? { how: 'file', endpoint: 'timeline', at: unixMs(0) };
