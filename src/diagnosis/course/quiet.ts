import { numberOf } from '../../metrics/figure.ts';
import { spanLength } from '../../metrics/live/length.ts';
import type { Series, Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { currencyOf } from '../currency.ts';
import type { Estimate } from '../estimate.ts';
import { bound, estimate, percent, timeOf } from '../text/wording.ts';
import { intervalsOf } from '../timeline/span.ts';
import { usable } from '../usable.ts';
import type { Cell } from './cells.ts';
import { noiseOf } from './noise.ts';
import { around } from './pace-interval.ts';
import { soFar } from './so-far.ts';
import { stretchWorth } from './worth.ts';

/** TikTok's Academy advises 10 to 15 minutes a pin: a quiet quarter of an hour is one product's whole turn. */
export const SHORTEST_QUIET = 15 * 60;

/** What is quiet for longer than this is the room's way, and no stretch of it. Chosen by us. */
const LONGEST = 60 * 60;

/** At most half of the comments and three quarters of the taps that as many viewers bring elsewhere. Chosen by us. */
const MOST_COMMENTS = 0.5;
const MOST_CLICKS = 0.75;

/**
 * What the silence must gain in 2 · log-likelihood ÷ noise over all windows that are tried. Set by
 * simulation, so that at most one in twenty LIVEs shows a stretch where none is; see quiet.test.ts.
 */
const LEAST_GAIN = 12;

/** Comments in the whole LIVE below which silence is no sign. Chosen by us. */
export const FEWEST_COMMENTS = 10;

/** A stretch in which people came in as ever, and wrote and tapped far less. */
export interface QuietStretch {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  /** Against what as many views brought in the rest of the LIVE; 1 is the same. */
  readonly comments: number;
  readonly clicks: number;
  /** GMV that the missing taps would have brought at this LIVE's GMV per tap; 90 % interval. */
  readonly missed?: Estimate;
  readonly text: Text;
  readonly cost?: Text;
}

/**
 * Stretches in which nobody was talked to: comments and product clicks fell together, per view, so
 * that fewer people in the room alone is no silence. Undefined where comments, clicks or views over time aren't
 * known, or comments are too few.
 */
export function quietStretchesOf(session: Session): readonly QuietStretch[] | undefined {
  const known = soFar(session);
  const rows = known === undefined ? undefined : rowsOf(known);
  if (known === undefined || rows === undefined) return undefined;
  const noise = {
    comments: noiseOf(rows.map(cellOf('comments')), 'amount'),
    clicks: noiseOf(rows.map(cellOf('clicks')), 'amount'),
  };
  const whole = sumOf(rows);
  if (whole.comments < FEWEST_COMMENTS || whole.clicks <= 0) return undefined;
  const windows = windowsOf(rows).flatMap((window) => {
    const silence = silenceOf(window.sum, whole, noise);
    return silence === undefined ? [] : [{ ...window, ...silence }];
  });
  const chosen: typeof windows = [];
  for (const window of windows.sort((a, b) => b.gain - a.gain)) {
    const free = chosen.every((other) => window.to <= other.from || window.from >= other.to);
    if (free) chosen.push(window);
  }
  return chosen
    .sort((a, b) => a.from - b.from)
    .map((window) => stretchOf(known, window, whole, noise.clicks));
}

interface Counts {
  readonly comments: number;
  readonly clicks: number;
  readonly views: number;
}

interface Row extends Counts {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  /** The interval's length if time ran as views come in. */
  readonly seconds: number;
}

interface Window {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  readonly sum: Counts;
}

interface Silence {
  readonly gain: number;
  readonly comments: number;
  readonly clicks: number;
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

/** Every run of neighbouring intervals that is long enough to matter and short enough to be a stretch. */
function windowsOf(rows: readonly Row[]): Window[] {
  const out: Window[] = [];
  for (const [first, start] of rows.entries()) {
    let sum: Counts = { comments: 0, clicks: 0, views: 0 };
    let end = start.from;
    for (let place = first; place < rows.length; place += 1) {
      const row = rows[place];
      if (row === undefined || row.from !== end || row.to - start.from > LONGEST) break;
      end = row.to;
      sum = {
        comments: sum.comments + row.comments,
        clicks: sum.clicks + row.clicks,
        views: sum.views + row.views,
      };
      if (end - start.from >= SHORTEST_QUIET) out.push({ from: start.from, to: end, sum });
    }
  }
  return out;
}

function silenceOf(inside: Counts, whole: Counts, noise: { comments: number; clicks: number }) {
  const views = whole.views - inside.views;
  if (views < whole.views / 2) return undefined;
  const dueComments = ((whole.comments - inside.comments) / views) * inside.views;
  const dueClicks = ((whole.clicks - inside.clicks) / views) * inside.views;
  const comments = inside.comments / dueComments;
  const clicks = inside.clicks / dueClicks;
  if (!(comments <= MOST_COMMENTS && clicks <= MOST_CLICKS)) return undefined;
  const gain =
    deficit(inside.comments, dueComments) / noise.comments +
    deficit(inside.clicks, dueClicks) / noise.clicks;
  return gain < LEAST_GAIN ? undefined : ({ gain, comments, clicks } satisfies Silence);
}

/** 2 · log-likelihood ratio of `k` events against `due`. */
function deficit(k: number, due: number): number {
  return 2 * ((k > 0 ? k * Math.log(k / due) : 0) - (k - due));
}

function stretchOf(
  session: Session,
  window: Window & Silence,
  whole: Counts,
  noise: number,
): QuietStretch {
  const { from, to, sum, comments, clicks } = window;
  const { zone } = session.room;
  const values = {
    from: timeOf(from, zone),
    to: timeOf(to, zone),
    comments: percent(1 - comments),
    clicks: percent(1 - clicks),
  };
  const worth = stretchWorth(
    session,
    'productClicks',
    numberOf(session.figures, 'productClicks') ?? whole.clicks,
  );
  const due = sum.clicks / clicks;
  const missing = due - sum.clicks;
  const spread = Math.sqrt(noise * (sum.clicks + (due * due) / (whole.clicks - sum.clicks)));
  const missed =
    worth === undefined || !Number.isFinite(missing)
      ? undefined
      : around(missing * worth.value, worth.value * Math.hypot(spread, missing * worth.error));
  const found = { from, to, comments, clicks, text: { key: 'course_quiet', values } } as const;
  if (missed?.low === undefined || missed.high === undefined) return found;
  const currency = currencyOf(session);
  const cost: Text = {
    key: 'course_quietCost',
    values: {
      missed: estimate(missed.value, currency),
      low: bound(missed.low, currency),
      high: bound(missed.high, currency),
    },
  };
  return { ...found, missed, cost };
}
