import { spanLength } from '../../../metrics/live/length.ts';
import type { Series, Session } from '../../../metrics/session.ts';
import { intervalsOf, type TrendInterval } from '../../timeline/span.ts';
import { usable } from '../../usable.ts';
import type { Cell } from '../cells.ts';
import { noiseOf } from '../noise.ts';
import { apart, clearest, leastGainIn, missingOf, type QuietWindow, windowsOf } from './windows.ts';

/** At most half of the comments and three quarters of the taps that as many viewers bring elsewhere. Chosen by us. */
const MOST_COMMENTS = 0.5;
const MOST_CLICKS = 0.75;

/** Comments in the whole LIVE below which silence is no sign. Chosen by us. */
export const FEWEST_COMMENTS = 10;

/** Taps in the whole LIVE below which no stretch without them can be told from luck: two turns' worth. Chosen by us. */
export const FEWEST_CLICKS = 10;

/**
 * Stretches in which nobody was talked to: comments and product clicks fell together, per view, so
 * that fewer people in the room alone is no silence. Undefined where comments, clicks or views over time aren't
 * known, or comments or clicks are too few.
 */
export function silencesOf(session: Session): readonly QuietWindow[] | undefined {
  const rows = rowsOf(session);
  if (rows === undefined) return undefined;
  const line = {
    leastGain: leastGainIn(rows),
    comments: noiseOf(rows.map(cellOf('comments')), 'amount'),
    clicks: noiseOf(rows.map(cellOf('clicks')), 'amount'),
  };
  const whole = sumOf(rows);
  if (whole.comments < FEWEST_COMMENTS || whole.clicks < FEWEST_CLICKS) return undefined;
  const found = windowsOf(rows).flatMap(({ first, end }): QuietWindow[] => {
    const inside = rows.slice(first, end);
    const [start] = inside;
    const last = inside.at(-1);
    const silence = silenceOf(sumOf(inside), whole, line);
    return start === undefined || last === undefined || silence === undefined
      ? []
      : [{ from: start.from, to: last.to, ...silence }];
  });
  return apart(found, clearest);
}

interface Counts {
  readonly comments: number;
  readonly clicks: number;
  readonly views: number;
}

/** What a silence must gain, and how much more unevenly than single events comments and clicks come. */
interface Line {
  readonly leastGain: number;
  readonly comments: number;
  readonly clicks: number;
}

interface Row extends Counts, TrendInterval {
  /** The interval's length if time ran as views come in. */
  readonly seconds: number;
}

/** The intervals in which all three are known and somebody came in; undefined where none is, or a value can be no count. */
function rowsOf(session: Session): Row[] | undefined {
  const of = (metric: Series['metric']) => intervalsOf(session, metric, 'amount') ?? [];
  const views = of('views');
  const comments = new Map(of('comments').map(({ from, value }) => [from, value]));
  const clicks = new Map(of('productClicks').map(({ from, value }) => [from, value]));
  const known = views.flatMap((interval) => {
    const written = comments.get(interval.from);
    const tapped = clicks.get(interval.from);
    return written === undefined || tapped === undefined || interval.value === 0
      ? []
      : [{ ...interval, views: interval.value, comments: written, clicks: tapped }];
  });
  const values = known.flatMap((row) => [row.views, row.comments, row.clicks]);
  if (known.length === 0 || values.some((value) => !((usable(value) ?? -1) >= 0))) return undefined;
  const length = known.reduce((sum, row) => sum + spanLength(row), 0);
  const entered = known.reduce((sum, row) => sum + row.views, 0);
  return known.map((row) => ({ ...row, seconds: (row.views * length) / entered }));
}

const cellOf =
  (what: 'comments' | 'clicks') =>
  (row: Row): Cell => ({ seconds: row.seconds, amount: row[what] });

function sumOf(rows: readonly Counts[]): Counts {
  const sum = { comments: 0, clicks: 0, views: 0 };
  for (const row of rows) {
    sum.comments += row.comments;
    sum.clicks += row.clicks;
    sum.views += row.views;
  }
  return sum;
}

function silenceOf(
  inside: Counts,
  whole: Counts,
  { leastGain, ...noise }: Line,
): Omit<QuietWindow, 'from' | 'to'> | undefined {
  const views = whole.views - inside.views;
  if (views < whole.views / 2) return undefined;
  const dueComments = ((whole.comments - inside.comments) / views) * inside.views;
  const due = ((whole.clicks - inside.clicks) / views) * inside.views;
  const comments = inside.comments / dueComments;
  const clicks = inside.clicks / due;
  if (!(comments <= MOST_COMMENTS && clicks <= MOST_CLICKS)) return undefined;
  const gain =
    deficit(inside.comments, dueComments) / noise.comments +
    deficit(inside.clicks, due) / noise.clicks;
  if (gain < leastGain) return undefined;
  const seen = inside.clicks;
  const missing = missingOf({
    series: 'productClicks',
    seen,
    due,
    rest: whole.clicks - seen,
    noise: noise.clicks,
    gain,
    leastGain,
  });
  return { gain, comments, clicks, missing };
}

/** 2 · log-likelihood ratio of `k` events against `due`. */
function deficit(k: number, due: number): number {
  return 2 * ((k > 0 ? k * Math.log(k / due) : 0) - (k - due));
}
