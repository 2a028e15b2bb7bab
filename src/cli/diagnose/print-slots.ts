import type { SlotMap } from '../../diagnosis/pace/slot-map.ts';
import type { Slot } from '../../diagnosis/pace/slots.ts';
import { weekdays } from '../../diagnosis/text/weekdays.ts';
import { amount, bound, estimate } from '../../diagnosis/text/wording.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { table } from '../table.ts';
import type { TerminalText, TerminalValue, TerminalWriter } from '../text.ts';
import { wrap } from './wrap.ts';

/** The time that pays most, then what LIVEs pay by the weekday and hours of their start; a dash where none started. */
export function slotLines(
  { best, cells }: SlotMap,
  currency: CurrencyCode | undefined,
  write: TerminalWriter['write'],
): string[] {
  const lead: TerminalText =
    best === undefined
      ? { key: 'panel_times_no_best' }
      : {
          key: 'panel_times_best',
          values: {
            day: { kind: 'message', message: dayOf(best) },
            from: hour(best.fromHour),
            to: hour(best.toHour),
            likely: estimate(best.gmv.likely.value, currency),
            low: bound(best.gmv.likely.low, currency),
            high: bound(best.gmv.likely.high, currency),
          },
        };
  const bands = cells.filter(({ weekday }) => weekday === cells[0]?.weekday);
  const rows = weekdays.map((key, day) => [
    write({ key }),
    ...cells.filter(({ weekday }) => weekday === day).map(pay),
  ]);
  return [
    write({ key: 'panel_times' }),
    ...wrap(write(lead)),
    ...table([
      [write({ key: 'cli_slots_day' }), ...bands.map((one) => `${one.fromHour}–${one.toHour}`)],
      ...rows,
    ]).map((line) => `  ${line}`),
    ...wrap(write({ key: 'panel_times_shrunk' })),
  ];

  function pay({ gmv }: Slot): string {
    return gmv === undefined || gmv.n === 0
      ? '–'
      : write({ key: 'cli_value', values: { value: amount(gmv.likely.value, currency) } });
  }
}

const dayOf = ({ weekday }: Slot) => weekdays[weekday] ?? weekdays[0];

const hour = (value: number): TerminalValue => ({
  kind: 'text',
  text: `${String(value).padStart(2, '0')}:00`,
});
