import type { Slot, SlotFigure } from '../../diagnosis/pace/slots.ts';
import type { TextValue } from '../../metrics/text.ts';
import { DAY_MS } from '../../metrics/time.ts';
import { dateFormat } from '../../platform/format.ts';
import { type FigureStyle, formatAmount } from '../figures.ts';

const text = (value: string): TextValue => ({ kind: 'text', text: value });

/** A Sunday, from which the names of the days are counted. */
const SUNDAY = Date.UTC(2023, 0, 1);

/** The name of a weekday, 0 for Sunday, in the reader's language. */
export function dayName(weekday: number, locale: string, length: 'short' | 'long'): string {
  return dateFormat(locale, { weekday: length, timeZone: 'UTC' }).format(SUNDAY + weekday * DAY_MS);
}

/** What sentences on a slot are filled with. */
export const slotValues = {
  money: (value: number, style: FigureStyle): TextValue => text(formatAmount(value, style)),
  end: (value: number, style: FigureStyle): TextValue =>
    text(formatAmount(value, { ...style, detail: 'bound' })),
  when: ({ weekday, fromHour, toHour }: Slot, locale: string) => ({
    day: text(dayName(weekday, locale, 'long')),
    from: text(hour(fromHour)),
    to: text(hour(toHour)),
  }),
  pay: ({ likely }: SlotFigure, style: FigureStyle) => ({
    likely: text(formatAmount(likely.value, { ...style, detail: 'estimate' })),
    low: slotValues.end(likely.low, style),
    high: slotValues.end(likely.high, style),
  }),
};

const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;
