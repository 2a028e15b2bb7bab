import type { PastLive } from '../metrics/benchmark.ts';
import { lengthOf, spanOf } from '../metrics/live/length.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import { type Seconds, seconds } from '../metrics/time.ts';
import { type ChangePoint, changePointsOf } from './course/change-points.ts';
import { type Mix, mixNeedsOf, type PastSources, productMixOf, sourceMixOf } from './course/mix.ts';
import { type PinScorecards, pinScorecardsOf } from './course/pin-scorecards.ts';
import { FEWEST_ORDERS } from './course/quiet/few-orders.ts';
import { type QuietStretch, quietStretchesOf } from './course/quiet/quiet.ts';
import { FEWEST_CLICKS, FEWEST_COMMENTS } from './course/quiet/silence.ts';
import { soFar } from './course/so-far.ts';
import { courseSeries } from './course/worth.ts';
import type { PastTimeline } from './pace/curve.ts';
import { type Pace, paceOf } from './pace/pace.ts';
import { type SlotMap, slotMapOf } from './pace/slot-map.ts';
import { count } from './text/wording.ts';
import { type HostShift, hostsOf } from './timeline/hosts.ts';
import { type ToldOrNot, toldOr } from './told-or-not.ts';

/** How the LIVE went from its start to its end. A part is worked out when it is first read, and once. */
export interface TimelineReport {
  /** Where orders, product clicks or viewers settled at another level, in order of time. */
  readonly changes: ToldOrNot<readonly ChangePoint[]>;
  /** Stretches in which people were there as ever, and far less came of it: taps and comments, or orders. */
  readonly quiet: ToldOrNot<readonly QuietStretch[]>;
  readonly pins: ToldOrNot<PinScorecards>;
  /** Who hosted when, as the seller marked it. */
  readonly presenters: ToldOrNot<readonly HostShift[]>;
  /** What own LIVEs pay by the weekday and time of day they start. */
  readonly slots: ToldOrNot<SlotMap>;
  /** GMV per hour against the usual, by traffic source and by product. */
  readonly mix: Readonly<Record<Mix['by'], ToldOrNot<Mix>>>;
  /** How a running LIVE stands against own LIVEs at the same elapsed time. */
  readonly pace: Pace;
}

/** What is known of earlier LIVEs beyond their figures. */
export interface PastDetails {
  /** Their sources and products, which the mix is held against. */
  readonly sources?: readonly PastSources[];
  /** Their figures over time, which the pace is held against. */
  readonly timelines?: readonly PastTimeline[];
  /** How long a running LIVE has run; as far as its figures reach unless said otherwise. */
  readonly elapsed?: Seconds;
}

export interface TimelineInput extends PastDetails {
  readonly session: Session;
  /** Earlier LIVEs of the account. */
  readonly history: readonly PastLive[];
  readonly currency: CurrencyCode | undefined;
}

/**
 * How the LIVE went, part by part; what isn't known of earlier LIVEs leaves mix and pace saying what they
 * need. Nothing is worked out before it is read, so that this costs nothing where nobody asks.
 */
export function timelineReportOf(input: TimelineInput): TimelineReport {
  const { session, history, currency, sources = [] } = input;
  const changes = once(() => changesIn(session));
  const quiet = once(() =>
    toldOr(quietStretchesOf(session), () => ({
      key: 'course_quietNeeds',
      values: {
        orders: count(FEWEST_ORDERS),
        comments: count(FEWEST_COMMENTS),
        clicks: count(FEWEST_CLICKS),
      },
    })),
  );
  const pins = once(() =>
    toldOr(pinScorecardsOf(session), () => ({ key: 'factor_pinRhythm_needs' })),
  );
  const presenters = once(() => presentersIn(session));
  const slots = once(() => slotMapOf(history, session.room.zone, currency));
  const pace = once(() => paceIn(session, input));
  return {
    get changes() {
      return changes();
    },
    get quiet() {
      return quiet();
    },
    get pins() {
      return pins();
    },
    get presenters() {
      return presenters();
    },
    get slots() {
      return slots();
    },
    mix: mixesOf(session, sources),
    get pace() {
      return pace();
    },
  };
}

/** The mix by traffic source and by product, each worked out when it is first read, and once. */
export function mixesOf(session: Session, past: readonly PastSources[]): TimelineReport['mix'] {
  const source = once(() =>
    toldOr(sourceMixOf(session, past), () => mixNeedsOf('source', session, past)),
  );
  const product = once(() =>
    toldOr(productMixOf(session, past), () => mixNeedsOf('product', session, past)),
  );
  return {
    get source() {
      return source();
    },
    get product() {
      return product();
    },
  };
}

/** The pace of a running LIVE; of any other, that it is over. */
export function paceIn(
  session: Session,
  { timelines = [], elapsed }: Pick<PastDetails, 'timelines' | 'elapsed'>,
): Pace {
  if (session.room.status !== 'live') return { state: 'untold', needs: { key: 'pace_over' } };
  const known = soFar(session);
  const reached = known === undefined ? undefined : lengthOf(known.room);
  return paceOf(session, timelines, elapsed ?? reached ?? seconds(0));
}

/** Keeps what is made at the first asking. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function changesIn(session: Session): ToldOrNot<readonly ChangePoint[]> {
  const known = soFar(session);
  const series = known?.timeline?.series ?? [];
  const isTold =
    known !== undefined &&
    spanOf(known.room) !== undefined &&
    series.some(({ metric }) => courseSeries.some((one) => one === metric));
  return isTold
    ? { state: 'told', value: changePointsOf(session) }
    : { state: 'untold', needs: { key: 'pace_needsCourse' } };
}

function presentersIn(session: Session): ToldOrNot<readonly HostShift[]> {
  const hosts = hostsOf(session);
  return hosts.length > 0
    ? { state: 'told', value: hosts }
    : { state: 'untold', needs: { key: 'factor_hostShift_needs' } };
}
