import { isMoneyMetric, metricIds } from '../metrics/catalogue.ts';
import { moneyOf } from '../metrics/figure.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';

/** The session's currency: as answered, else that of its first money figure. */
export function currencyOf(session: Session): CurrencyCode | undefined {
  if (session.currency !== undefined) return session.currency;
  for (const id of metricIds) {
    const money = isMoneyMetric(id) ? moneyOf(session.figures, id) : undefined;
    if (money !== undefined) return money.currency;
  }
  return undefined;
}
