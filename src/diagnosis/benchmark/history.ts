import type { PastLive } from '../../metrics/benchmark.ts';
import { isMoneyMetric, metricIds } from '../../metrics/catalogue.ts';
import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import { HISTORY_SECONDS } from '../../metrics/live/history-span.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import { type CurrencyCode, toMoney } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs, type UnixSeconds, unixMs } from '../../metrics/time.ts';
import { currencyOf } from '../currency.ts';
import { isSameStart, SAME_START_SECONDS } from '../same-start.ts';

/**
 * Earlier LIVEs of the account, newest first: those of TikTok's comparison in the session, united
 * with archived rooms. Where both hold a LIVE the archived figures win and TikTok's fill what they
 * lack. This LIVE, later ones and those of more than three months before are left out; rates that
 * follow from counts (CTOR on orders, GMV/h and more) are added. Uniting twice changes nothing.
 */
export function historyOf(
  session: Session,
  archived: readonly PastLive[],
  currency = currencyOf(session),
): readonly PastLive[] {
  const { id, startedAt } = session.room;
  const earlier = archived.filter((live) => live.room !== id);
  const united: PastLive[] = [];
  for (const live of [...earlier, ...reportedLives(session, currency)]) {
    if (startedAt !== undefined && !isBefore(live.startedAt, startedAt)) continue;
    const place = united.findIndex((other) => isSameStart(other.startedAt, live.startedAt));
    const twin = united[place];
    if (twin === undefined) united.push(live);
    else united[place] = { ...live, ...twin, figures: { ...live.figures, ...twin.figures } };
  }
  return united.map(completed).sort((a, b) => b.startedAt - a.startedAt);
}

/** The LIVEs of TikTok's comparison with the account's own; they carry times and no room ids. */
function reportedLives(session: Session, currency: CurrencyCode | undefined): readonly PastLive[] {
  const lives = new Map<
    string,
    { startedAt: UnixSeconds; endedAt: UnixSeconds; figures: Figures }
  >();
  for (const metric of metricIds) {
    for (const { startedAt, endedAt, value } of session.comparisons.own[metric]?.past ?? []) {
      const key = `${startedAt} ${endedAt}`;
      const live = lives.get(key) ?? { startedAt, endedAt, figures: {} };
      lives.set(key, live);
      const origin = originOf(session, endedAt);
      if (isMoneyMetric(metric)) {
        const money = toMoney(value, currency);
        if (money !== undefined) live.figures[metric] = { money, origin };
      } else live.figures[metric] = { value, origin };
    }
  }
  return [...lives.values()].map((live) => withCurrency(live, currency));
}

function withCurrency(live: PastLive, currency: CurrencyCode | undefined): PastLive {
  return currency === undefined ? live : { ...live, currency };
}

/** Figures that were completed before: of one archive every report and every choice of target asks for the same. */
const known = new WeakMap<Figures, PastLive>();

function completed(live: PastLive): PastLive {
  const { startedAt, endedAt, figures } = live;
  const before = known.get(figures);
  if (before?.startedAt === startedAt && before.endedAt === endedAt) {
    return withFigures(live, before.figures);
  }
  const around = { length: lengthOf(live), endedAt };
  const complete = withFigures(live, completeFigures(figures, around));
  known.set(figures, complete);
  return complete;
}

/** Assigned, as spreading a LIVE of more than a hundred into a new one takes V8 many times as long. */
const withFigures = (live: PastLive, figures: Figures): PastLive =>
  Object.assign({}, live, { figures });

function originOf(session: Session, endedAt: UnixSeconds): Origin {
  const known = session.origins.figures;
  return {
    how: known?.how ?? 'file',
    endpoint: known?.endpoint ?? 'comparisons.own',
    at: known?.at ?? unixMs(toMs(endedAt)),
  };
}

function isBefore(earlier: UnixSeconds, start: UnixSeconds): boolean {
  const before = start - earlier;
  return before > SAME_START_SECONDS && before <= HISTORY_SECONDS;
}
