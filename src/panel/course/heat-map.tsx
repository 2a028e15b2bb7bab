import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Slot } from '../../diagnosis/pace/slots.ts';
import type { Text } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { type FigureStyle, formatAmount } from '../figures.ts';
import './best-times.css';
import { BANDS, heatsOf, movedInHeat } from './heat.ts';
import { dayName, slotValues } from './slot-values.ts';

/**
 * Days by bands of four hours. One table for everyone: each field holds its sentence for screen
 * readers; pointing at a field or moving there with the arrow keys writes it beneath the map.
 */
export function HeatMap({
  cells,
  mean,
  style,
}: {
  cells: readonly Slot[];
  mean: number;
  style: FigureStyle;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<number | undefined>(undefined);
  const heats = heatsOf(cells, mean);
  const shown = at === undefined ? undefined : cells[at];
  const days = Array.from({ length: cells.length / BANDS }, (_, day) =>
    cells.slice(day * BANDS, (day + 1) * BANDS),
  );
  return (
    <>
      <table ref={table} class="times-map" aria-labelledby="times-title">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('panel_times_day')}</VisuallyHidden>
            </th>
            {days[0]?.map(({ fromHour, toHour }) => (
              <th key={fromHour} scope="col">
                {fromHour}–{toHour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((row, day) => (
            <tr key={row[0]?.weekday}>
              <th scope="row">{dayName(row[0]?.weekday ?? 0, locale, 'short')}</th>
              {row.map((cell, band) => {
                const place = day * BANDS + band;
                const heat = heats[place];
                return (
                  <td
                    key={cell.fromHour}
                    class={`times-${heat?.side ?? 'none'}`}
                    style={{ '--strength': heat?.strength ?? 0, '--weight': heat?.weight ?? 0 }}
                  >
                    <button
                      type="button"
                      tabIndex={place === (at ?? 0) ? 0 : -1}
                      onFocus={() => setAt(place)}
                      onPointerEnter={() => setAt(place)}
                      onKeyDown={(event) => go(event, place)}
                    >
                      {cell.gmv !== undefined && cell.gmv.n > 0 && (
                        <span aria-hidden="true">{formatAmount(cell.gmv.likely.value, style)}</span>
                      )}
                      <VisuallyHidden>{write(textOf(cell))}</VisuallyHidden>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="times-key quiet small" aria-hidden="true">
        <i class="times-below" />
        {t('panel_times_low')}
        <i class="times-above" />
        {t('panel_times_high')}
      </div>
      <p class="small times-read" aria-hidden="true">
        {shown === undefined ? (
          <span class="quiet">{t('panel_times_pick')}</span>
        ) : (
          <RichMessage text={textOf(shown)} />
        )}
      </p>
    </>
  );

  function go(event: KeyboardEvent, from: number): void {
    const next = movedInHeat(from, event.key, cells.length);
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelectorAll('button')[next]?.focus();
  }

  function textOf(cell: Slot): Text {
    const when = slotValues.when(cell, locale);
    const { gmv } = cell;
    return gmv === undefined || gmv.n === 0
      ? { key: 'panel_times_cell_none', values: when }
      : {
          key: 'panel_times_cell',
          values: {
            ...when,
            ...slotValues.pay(gmv, style),
            count: { kind: 'count', value: gmv.n },
          },
        };
  }
}
