import type { Factor } from '../factor.ts';
import { LUCK } from './shared/chance.ts';
import { row } from './shared/row.ts';
import { type Interval, intervalsOf, lengthOf, type Span } from './shared/span.ts';
import { count, lasting, phrase, timeOf } from './shared/wording.ts';

/** TikTok's Academy advises 10 to 15 minutes a pin: a quiet quarter of an hour is one product's whole turn. */
const SHORTEST = 15 * 60;

/**
 * Taps that must have been due in a run, so that a LIVE of `total` taps holds none of that kind by
 * luck: a gap between two taps as wide has the chance e^−due, and there are as many gaps as taps.
 */
const fewestDue = (total: number): number => -Math.log(LUCK / total);

/** Taps in the whole LIVE below which no run can be told from luck: two turns' worth. Ours. */
const FEWEST_CLICKS = 10;

interface Minute extends Interval {
  readonly viewers: number;
}

/** Runs of intervals in which people watched and nobody tapped a product, so nobody could buy. */
export const quietStretch: Factor = {
  id: 'quiet-stretch',
  title: 'factor_quietStretch_title',
  lever: 'how-to-stream',
  group: 'interaction-conversion',
  explains: 'liveCtr',
  evaluate: ({ session }) => {
    const clicks = intervalsOf(session, 'productClicks', 'amount');
    const viewers = intervalsOf(session, 'concurrentViewers', 'level');
    if (clicks === undefined || viewers === undefined) {
      return { state: 'missing', needs: { key: 'factor_quietStretch_needs' } };
    }
    const watching = new Map(viewers.map(({ from, value }) => [from, value]));
    const minutes = clicks.flatMap((interval) => {
      const level = watching.get(interval.from);
      return level === undefined ? [] : [{ ...interval, viewers: level }];
    });
    const total = minutes.reduce((sum, { value }) => sum + value, 0);
    if (total < FEWEST_CLICKS) {
      return {
        state: 'scarce',
        needs: {
          key: 'factor_shared_moreClicks',
          values: { count: count(Math.ceil(FEWEST_CLICKS - total)) },
        },
      };
    }
    const watched = minutes.reduce((sum, minute) => sum + minute.viewers * lengthOf(minute), 0);
    const due = (run: readonly Minute[]): number =>
      run.reduce((sum, minute) => sum + minute.viewers * lengthOf(minute), 0) * (total / watched);
    const quiet = runs(minutes)
      .filter((run) => due(run) >= fewestDue(total))
      .map(spanning)
      .filter((span) => lengthOf(span) >= SHORTEST);

    const first = quiet[0];
    if (first === undefined) {
      return {
        state: 'fine',
        brief: { key: 'factor_quietStretch_briefNone' },
        seen: { key: 'factor_quietStretch_seenNone', values: { length: lasting(SHORTEST) } },
        evidence: [],
      };
    }
    const longest = quiet.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), first);
    const { zone } = session.room;
    const silent = quiet.reduce((sum, span) => sum + lengthOf(span), 0);
    const range = ({ from, to }: Span) => ({
      key: 'factor_shared_between' as const,
      values: { low: timeOf(from, zone), high: timeOf(to, zone) },
    });
    const values = {
      count: count(quiet.length),
      total: lasting(silent),
      from: timeOf(longest.from, zone),
      to: timeOf(longest.to, zone),
    };
    return {
      state: 'gap',
      brief: { key: 'factor_quietStretch_brief', values },
      seen: { key: 'factor_quietStretch_seen', values },
      advice: { key: 'factor_quietStretch_advice' },
      evidence: quiet.map((span) =>
        row(
          { key: 'factor_quietStretch_row', values: { when: phrase(range(span)) } },
          lasting(lengthOf(span)),
        ),
      ),
      stretches: quiet,
    };
  },
};

/** Neighbouring intervals with viewers and not one tap; an interval nobody watched ends a run. */
function runs(minutes: readonly Minute[]): Minute[][] {
  const out: Minute[][] = [];
  let open: Minute[] = [];
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

function spanning(run: readonly Minute[]): Span {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('A run has at least one interval.');
  return { from: first.from, to: last.to };
}
