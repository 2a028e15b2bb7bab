import { type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { Zone } from '../../metrics/time.ts';
import { type QuietStretch, quietStretchesOf } from '../course/quiet/quiet.ts';
import { FEWEST_CLICKS } from '../course/quiet/silence.ts';
import { apart, longest, SHORTEST_QUIET } from '../course/quiet/windows.ts';
import type { Factor, Outcome } from '../factor.ts';
import { LUCK } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { between, cell, count, lasting, percent, phrase, timeOf } from '../text/wording.ts';
import {
  intervalsOf,
  type TrendInterval,
  type WatchedInterval,
  watchedIn,
} from '../timeline/span.ts';

/**
 * Taps that must have been due in a run, so that a LIVE of `total` taps holds none of that kind by
 * luck: a gap between two taps as wide has the chance e^−due, and there are as many gaps as taps.
 */
const fewestDue = (total: number): number => -Math.log(LUCK / total);

/** A stretch as the factor tells it; shares of what was due where some was left. */
type Found = Span & Partial<Pick<QuietStretch, 'comments' | 'clicks' | 'orders'>>;

/**
 * Stretches in which people watched and nobody tapped a product, so nobody could buy, those in
 * which taps and comments fell together, as they do where nobody is talked to, and those with far fewer orders.
 */
export const quietStretch: Factor = {
  id: 'quiet-stretch',
  title: 'factor_quietStretch_title',
  lever: 'how-to-stream',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_quietStretch_advice', deed: 'factor_quietStretch_deed' }],
  evaluate: ({ session }) => {
    const clicks = intervalsOf(session, 'productClicks', 'amount');
    const silent = silentOf(session, clicks);
    const untapped = silent.state === 'known' ? silent.spans : [];
    // Where the LIVE has ended: far fewer taps and comments, or orders.
    const fewer = spanOf(session.room) === undefined ? undefined : quietStretchesOf(session);
    const found = apart<Found>([...untapped, ...(fewer ?? [])], longest);
    const first = found[0];
    if (first !== undefined) return gapOf(session, [first, ...found.slice(1)]);
    if (silent.state !== 'known') return silent;
    return {
      state: 'fine',
      brief: { key: 'factor_quietStretch_briefNone' },
      seen: { key: 'factor_quietStretch_seenNone', values: { length: lasting(SHORTEST_QUIET) } },
      evidence: [],
    };
  },
};

type Silent =
  | { readonly state: 'known'; readonly spans: readonly Span[] }
  | { readonly state: 'missing' | 'scarce'; readonly needs: Text };

/** Where viewers are known: long runs without one tap. */
function silentOf(session: Session, clicks: readonly TrendInterval[] | undefined): Silent {
  const viewers = intervalsOf(session, 'concurrentViewers', 'level');
  if (clicks === undefined || viewers === undefined) {
    return { state: 'missing', needs: { key: 'factor_quietStretch_needs' } };
  }
  const minutes = watchedIn(session, clicks);
  const total = sumOf(minutes);
  if (total < FEWEST_CLICKS) {
    return {
      state: 'scarce',
      needs: {
        key: 'factor_shared_moreClicks',
        values: { count: count(Math.ceil(FEWEST_CLICKS - total)) },
      },
    };
  }
  const perViewer = total / exposureOf(minutes);
  const spans = runs(minutes)
    .filter((run) => exposureOf(run) * perViewer >= fewestDue(total))
    .map(spanning)
    .filter((span) => spanLength(span) >= SHORTEST_QUIET);
  return { state: 'known', spans };
}

const sumOf = (intervals: readonly TrendInterval[]): number =>
  intervals.reduce((sum, { value }) => sum + value, 0);

/** Seconds that people spent in the room. */
const exposureOf = (minutes: readonly WatchedInterval[]): number =>
  minutes.reduce((sum, minute) => sum + minute.viewers * spanLength(minute), 0);

function gapOf(session: Session, found: readonly [Found, ...Found[]]): Outcome {
  const { zone } = session.room;
  const most = found.reduce((a, b) => (spanLength(b) > spanLength(a) ? b : a));
  const values = {
    count: count(found.length),
    total: lasting(found.reduce((sum, span) => sum + spanLength(span), 0)),
    from: timeOf(most.from, zone),
    to: timeOf(most.to, zone),
  };
  const low = lowIn(found);
  return {
    state: 'gap',
    brief: { key: briefs[low], values },
    seen: { key: seens[low], values },
    advice: { key: 'factor_quietStretch_advice', values: { from: values.from, to: values.to } },
    evidence: found.map((span) => evidenceRow(labelOf(span, zone), lasting(spanLength(span)))),
    stretches: found.map(({ from, to }) => ({ from, to })),
  };
}

/** What there was too little of: no tap at all, few taps and comments, few orders, or in one the one and in another the other. */
function lowIn(found: readonly Found[]): 'none' | 'taps' | 'orders' | 'either' {
  if (found.every(({ orders }) => orders !== undefined)) return 'orders';
  if (found.some(({ orders }) => orders !== undefined)) return 'either';
  return found.every(({ clicks }) => clicks === undefined) ? 'none' : 'taps';
}

const briefs = {
  none: 'factor_quietStretch_brief',
  taps: 'factor_quietStretch_briefTaps',
  orders: 'factor_quietStretch_briefOrders',
  either: 'factor_quietStretch_briefFew',
} as const;

const seens = {
  none: 'factor_quietStretch_seen',
  taps: 'factor_quietStretch_seenTaps',
  orders: 'factor_quietStretch_seenOrders',
  either: 'factor_quietStretch_seenFew',
} as const;

function labelOf({ from, to, comments, clicks, orders }: Found, zone: Zone | undefined): Text {
  const when = phrase(between(cell(timeOf(from, zone)), cell(timeOf(to, zone))));
  if (orders !== undefined) {
    return {
      key: 'factor_quietStretch_rowOrders',
      values: { when, orders: percent(1 - orders) },
    };
  }
  return comments === undefined || clicks === undefined
    ? { key: 'factor_quietStretch_row', values: { when } }
    : {
        key: 'factor_quietStretch_rowFew',
        values: { when, comments: percent(1 - comments), clicks: percent(1 - clicks) },
      };
}

/** Neighbouring intervals with viewers and not one tap; an interval nobody watched ends a run. */
function runs(minutes: readonly WatchedInterval[]): WatchedInterval[][] {
  const out: WatchedInterval[][] = [];
  let open: WatchedInterval[] = [];
  for (const minute of minutes) {
    const follows = open.at(-1)?.to === minute.from;
    const quiet = minute.value === 0 && minute.viewers > 0;
    if (quiet && (follows || open.length === 0)) {
      open.push(minute);
    } else {
      if (open.length > 0) out.push(open);
      open = quiet ? [minute] : [];
    }
  }
  if (open.length > 0) out.push(open);
  return out;
}

function spanning(run: readonly WatchedInterval[]): Span {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('A run has at least one interval.');
  return { from: first.from, to: last.to };
}
