import type { PastLive } from '../../metrics/benchmark.ts';
import { isMoneyMetric, metricIds } from '../../metrics/catalogue.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { toMoney } from './derive/rates.ts';
import { deriveFigures } from './derive.ts';

/**
 * The account's earlier LIVEs out of TikTok's own comparison, oldest first, with the counts and
 * rates that follow from what it says of them. They carry times and no room ids. Money has the
 * session's currency and is left out where that isn't known.
 */
export function pastLives(session: Session): PastLive[] {
  const origin = session.origins.figures;
  if (origin === undefined) return [];
  const lives = new Map<
    string,
    { startedAt: UnixSeconds; endedAt: UnixSeconds; figures: Figures }
  >();
  for (const id of metricIds) {
    for (const { startedAt, endedAt, value } of session.comparisons.own[id]?.past ?? []) {
      const key = `${startedAt} ${endedAt}`;
      const live = lives.get(key) ?? { startedAt, endedAt, figures: {} };
      lives.set(key, live);
      set(live.figures, id, value, session.currency, origin);
    }
  }
  return [...lives.values()]
    .sort((a, b) => a.startedAt - b.startedAt)
    .map(({ startedAt, endedAt, figures }) => ({
      startedAt,
      endedAt,
      ...(session.currency === undefined ? {} : { currency: session.currency }),
      figures: deriveFigures(figures, { length: endedAt - startedAt, endedAt, own: {} }).figures,
    }));
}

function set(
  figures: Figures,
  id: (typeof metricIds)[number],
  value: number,
  currency: Session['currency'],
  origin: Origin,
): void {
  if (!isMoneyMetric(id)) {
    figures[id] = { value, origin };
    return;
  }
  const money = toMoney(value, currency);
  if (money !== undefined) figures[id] = { money, origin };
}
