import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, MoneyDetail, Text, TextValue } from '../../metrics/text.ts';
import { toMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { moneyText, valueText } from './value-text.ts';

export const count = (value: number): TextValue => ({ kind: 'count', value });
export const percent = (value: number): TextValue => ({ kind: 'percent', value });
export const rateText = (value: number): TextValue => ({ kind: 'rate', value });
export const words = (text: string): TextValue => ({ kind: 'text', text });
export const message = (key: MessageKey): TextValue => ({ kind: 'message', message: key });
export const phrase = (text: Text): TextValue => ({ kind: 'phrase', phrase: text });
export const lasting = (seconds: number): TextValue => ({ kind: 'duration', seconds });

/** How far into the LIVE something is. */
export const into = (seconds: number): TextValue => ({ kind: 'into', seconds });

/** A time of day in the shop's zone. */
export const timeOf = (at: UnixSeconds, zone: Zone | undefined): TextValue => ({
  kind: 'instant',
  at: toMs(at),
  zone,
  style: 'time',
});

/** An amount in major units without its fraction; a bare number where the currency is unknown. */
export const amount = (value: number, currency: CurrencyCode | undefined): TextValue =>
  moneyText(value, currency, 'units');

/** An amount that is estimated. */
export const estimate = (value: number, currency: CurrencyCode | undefined): TextValue =>
  moneyText(value, currency, 'estimate');

/** An amount that adds or takes away, with its sign. */
export function change(
  value: number,
  currency: CurrencyCode | undefined,
  detail: MoneyDetail,
): TextValue {
  const text = moneyText(value, currency, detail);
  return text.kind === 'money' ? { ...text, isChange: true } : text;
}

/** The end of an interval of such amounts. */
export const bound = (value: number, currency: CurrencyCode | undefined): TextValue =>
  moneyText(value, currency, 'bound');

/** A figure that stands alone, as a table cell holds it. */
export const cell = (value: TextValue): Text => ({ key: 'factor_shared_cell', values: { value } });

/** A metric's figure in its unit ("15,067/h", "2.83%"). Money needs the currency of the LIVE. */
export function figure(id: MetricId, value: number, currency: CurrencyCode | undefined): Text {
  const shown = figureValue(id, value, currency);
  return shown.kind === 'phrase' ? shown.phrase : cell(shown);
}

/** The same inside a sentence. */
export function figureValue(
  id: MetricId,
  value: number,
  currency: CurrencyCode | undefined,
): TextValue {
  const { unit } = metric(id);
  const shown = valueText(unit, value, currency);
  return unit === 'count-per-hour' || unit === 'money-per-hour'
    ? phrase({ key: 'factor_shared_perHour', values: { value: shown } })
    : shown;
}

/** From one figure to another, as the usual band is written. */
export const between = (low: Text, high: Text): Text => ({
  key: 'factor_shared_between',
  values: { low: phrase(low), high: phrase(high) },
});

/** How many orders are still missing for a verdict; one at the least. */
export const moreOrders = (more: number): Text => ({
  key: 'factor_shared_moreOrders',
  values: { count: count(Math.max(1, more)) },
});
