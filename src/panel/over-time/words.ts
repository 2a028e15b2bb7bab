import type { LiveInTime } from '../../diagnosis/over-time/live-in-time.ts';
import type { TextValue } from '../../metrics/text.ts';
import { HOUR_SECONDS, toMs, type Zone } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { formatDuration, formatInstant, formatShort, zoneLabel } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { type FigureStyle, formatAmount } from '../figures.ts';
import type { OverTime } from '../state/over-time.ts';

/** Words that fill the sentences of the window. */
export const inWords = {
  text: (text: string): TextValue => ({ kind: 'text', text }),
  count: (value: number): TextValue => ({ kind: 'count', value }),
  hours: (hours: number, locale: string): TextValue =>
    inWords.text(formatDuration(hours * HOUR_SECONDS, locale)),
  lives: (count: number): TextValue => ({
    kind: 'phrase',
    phrase: { key: 'over_time_lives', values: { count: inWords.count(count) } },
  }),
  /** When a LIVE started, by its shop's clock. */
  start: ({ startedAt, zone }: LiveInTime, shop: Zone, locale: string): string =>
    formatInstant(toMs(startedAt), zoneAt(toMs(startedAt), zone ?? shop), locale, 'name'),
};

/** By which clocks the starts of LIVEs are told: where clocks change, in summer time and in standard time. */
export function clocksOf(lives: readonly LiveInTime[], shop: Zone, locale: string): string {
  // Thousands of LIVEs start by a few clocks: each is named once.
  const clocks = new Map<string, Zone>();
  for (const { startedAt, zone } of lives) {
    const clock = zoneAt(toMs(startedAt), zone ?? shop);
    clocks.set(`${clock.name ?? ''} ${clock.offset}`, clock);
  }
  const told = [...new Set((clocks.size === 0 ? [shop] : [...clocks.values()]).map(zoneLabel))];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(told.sort());
}

/** How figures of these LIVEs are written. */
export const styleOf = (
  { lives }: Pick<OverTime, 'lives'>,
  { locale }: Pick<I18n, 'locale'>,
): FigureStyle => ({ currency: lives.currency, locale });

/** Money per hour with its "/h". */
export const perHour = (value: number, style: FigureStyle, { t }: I18n): string =>
  t('factor_shared_perHour', { value: inWords.text(formatAmount(value, style)) });

/** Money in as few letters as there are, for a small cell. */
export const inCell = (value: number, { locale }: FigureStyle): string =>
  formatShort(value, locale);

/** A week's Monday to Sunday as numbers of weekdays, 0 for Sunday. */
export const mondayFirst: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

/** An hour of the day ("07:00"), that after the last being the end of the day. */
export const clockHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
