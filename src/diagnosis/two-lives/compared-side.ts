import type { PastLive } from '../../metrics/benchmark.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { doubtOf } from '../../metrics/ctr-denominator.ts';
import { numberOf } from '../../metrics/figure.ts';
import { dropPartialFigures, wasReadWhileLive } from '../../metrics/live/completeness.ts';
import { coveredHours, spanOf } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Series, Session } from '../../metrics/session.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import type { OwnBand } from '../benchmark/own.ts';
import { usualBand } from '../benchmark/own.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { soFar } from '../course/so-far.ts';
import { currencyOf } from '../currency.ts';
import { funnelOf } from '../decomposition/funnel.ts';
import { funnelKindOf, perHourIn, stepMetrics } from '../decomposition/funnel-kind.ts';
import { type FunnelKind, type StepId, stepIds } from '../step-id.ts';
import { intervalsOf } from '../timeline/span.ts';
import { usable } from '../usable.ts';
import { type LogReading, logReadingOf } from './log-reading.ts';

/** One interval of a course: seconds since the start, and what it holds. */
export interface ElapsedInterval {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** The five steps of a side as far as they are known. */
export type KnownSteps = Readonly<Partial<Record<StepId, number>>>;

/** One of two things that are held against each other, as every part of the comparison reads it. */
export interface ComparedSide {
  readonly kind: 'live' | 'usual' | 'host';
  readonly currency: CurrencyCode | undefined;
  /** Hours that its figures cover; of what is usual there are none. */
  readonly hours: number | undefined;
  /** What the last two steps are counted in where nothing else is asked for. */
  readonly funnel: FunnelKind;
  /** What its products, sources and account are told by; absent where it has none of its own. */
  readonly session?: Session;
  /** Whether something of it was left out because it was read before the LIVE's end. */
  readonly isPartial?: boolean;
  /** LIVEs that its money per hour rests on, of what is usual. */
  readonly lives?: number;
  /** A figure as a plain number, money in major units; undefined where it isn't known. */
  readonly valueOf: (id: MetricId) => number | undefined;
  /** Whether its own counts contradict a figure, or leave open which rate it is; see `doubtOf`. */
  readonly isDoubtful: (id: MetricId) => boolean;
  readonly stepsOf: (kind: FunnelKind) => KnownSteps;
  /** What counting noise leaves open of a figure; undefined where it isn't known. */
  readonly readingOf: (id: MetricId, kind: FunnelKind) => LogReading | undefined;
  /** Where an ordinary LIVE's figure lies; of what is usual alone. */
  readonly bandOf: (id: MetricId) => OwnBand | undefined;
  /** A series by elapsed time; undefined where it isn't known, or the side has no course. */
  readonly courseOf: (
    metric: Series['metric'],
    kind: Series['kind'],
  ) => readonly ElapsedInterval[] | undefined;
  /** Length of one interval of the course, in seconds. */
  readonly interval: number | undefined;
}

/**
 * One LIVE as a side. A running one's course reaches as far as its last whole interval; of one that is over what was read
 * before its end is left out, which would tell of a weaker one.
 */
export function liveSide(answered: Session): ComparedSide {
  const session = withoutPartial(answered);
  const known = soFar(session);
  const start = known === undefined ? undefined : spanOf(known.room)?.from;
  return {
    ...countedSide('live', session, coveredHours(session)),
    session,
    isPartial: isPartial(answered),
    courseOf: (metric, kind) =>
      known === undefined || start === undefined
        ? undefined
        : intervalsOf(known, metric, kind)?.map(({ from, to, value }) => ({
            from: from - start,
            to: to - start,
            value,
          })),
    interval: session.timeline?.interval,
  };
}

/** The session without what was read while more of the LIVE was still to come; see `dropPartialFigures`. */
function withoutPartial(session: Session): Session {
  const { room, origins, products, sources, ...rest } = session;
  const isWhole = (part: 'products' | 'sources'): boolean => {
    const read = origins[part];
    return read === undefined || !wasReadWhileLive({ room, origins: { figures: read } });
  };
  return {
    ...rest,
    room,
    origins,
    figures: dropPartialFigures(session.figures, room),
    ...(products !== undefined && isWhole('products') ? { products } : {}),
    ...(sources !== undefined && isWhole('sources') ? { sources } : {}),
  };
}

/** Whether something of a LIVE that is over was left out because it was read before its end. */
function isPartial(session: Session): boolean {
  const { figures, products, sources } = withoutPartial(session);
  return (
    Object.keys(figures).length < Object.keys(session.figures).length ||
    products !== session.products ||
    sources !== session.sources
  );
}

/** What is counted of a session, without its course. */
export function countedSide(
  kind: 'live' | 'host',
  session: Session,
  hours: number | undefined,
): Omit<ComparedSide, 'courseOf' | 'interval'> {
  const complete = completeSession(session);
  const { figures } = complete;
  return {
    kind,
    currency: currencyOf(session),
    hours,
    funnel: funnelKindOf(figures),
    valueOf: (id) => usable(numberOf(figures, id)),
    isDoubtful: (id) => doubtOf(session, id) !== undefined,
    stepsOf: (asked) => funnelOf(figures, hours, asked).steps,
    readingOf: (id, asked) => logReadingOf(id, complete, hours, asked),
    bandOf: () => undefined,
  };
}

/**
 * The usual of the LIVEs that count: the median of each figure by itself, from five LIVEs on. So its steps don't
 * multiply up to its GMV per hour, and it has no minutes, products or sources of its own.
 *
 * @param past the LIVEs that are usual beside the other side, as `usualLives` picks them
 */
export function usualSide(
  past: readonly PastLive[],
  currency: CurrencyCode | undefined,
  funnel: FunnelKind,
): ComparedSide {
  const bandOf = (id: MetricId): OwnBand | undefined => {
    const band = usualBand(past, id, currency);
    return band === undefined || band.n < FEWEST_OWN_LIVES ? undefined : band;
  };
  const medianOf = (id: MetricId): number | undefined => bandOf(id)?.p50;
  return {
    kind: 'usual',
    currency,
    hours: undefined,
    funnel,
    lives: bandOf(perHourIn(funnel))?.n ?? past.length,
    valueOf: medianOf,
    isDoubtful: () => false,
    stepsOf: (kind) => {
      const metrics = stepMetrics(kind);
      let ended = false;
      return Object.fromEntries(
        stepIds.flatMap((id) => {
          const value: number | undefined = medianOf(metrics[id]) ?? (ended ? 0 : undefined);
          ended ||= value === 0;
          return value === undefined ? [] : [[id, value]];
        }),
      );
    },
    readingOf: () => undefined,
    bandOf,
    courseOf: () => undefined,
    interval: undefined,
  };
}

/** Seconds of a side's course or figures. */
export const secondsOf = ({ hours }: ComparedSide): number | undefined =>
  hours === undefined ? undefined : hours * HOUR_SECONDS;
