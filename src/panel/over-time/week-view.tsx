import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WeekCell, WeekMap } from '../../diagnosis/over-time/week-map.ts';
import { dayName } from '../course/slot-values.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { orDash } from '../figures.ts';
import { type OverTime, useWeekMap } from '../state/over-time.ts';
import { HeatButton, HeatMap } from './heat-map.tsx';
import { NoLives } from './no-lives.tsx';
import type { PictureProps } from './picture-props.ts';
import { clockHour, inCell, inWords, mondayFirst, perHour, styleOf } from './words.ts';

/** The hours of the week on air, coloured by GMV per hour, each with the number of LIVEs it rests on. */
export function WeekView({ over, reach, choice, onAll }: Omit<PictureProps, 'open'>): JSX.Element {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const map = useWeekMap(over, reach);
  const { best, running, untimed } = map;
  return (
    <>
      <div class="over-time-choices">{choice}</div>
      {map.cells.length === 0 ? (
        <NoLives onAll={onAll} />
      ) : (
        <>
          <p class="over-time-peak">
            {best === undefined
              ? t('over_time_week_no_best')
              : t('over_time_week_best', {
                  ...hourWords(best, locale),
                  value: inWords.text(perHour(best.perHour, styleOf(over, i18n), i18n)),
                  lives: inWords.lives(best.paid),
                })}
          </p>
          <p class="quiet small">{t('over_time_week_key')}</p>
          <Hours map={map} over={over} />
          <div class="quiet small over-time-notes">
            <p>{t('over_time_week_what')}</p>
            {running > 0 && <p>{t('over_time_out_running', { count: inWords.count(running) })}</p>}
            {untimed > 0 && <p>{t('over_time_week_untimed', { count: inWords.count(untimed) })}</p>}
          </div>
        </>
      )}
    </>
  );
}

function Hours({ map, over }: { map: WeekMap; over: OverTime }): JSX.Element {
  const i18n = useI18n();
  const { t } = i18n;
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const keyOf = ({ weekday, hour }: Pick<WeekCell, 'weekday' | 'hour'>) => `${weekday} ${hour}`;
  const cells = new Map(map.cells.map((cell) => [keyOf(cell), cell]));
  const used = map.cells.map(({ hour }) => hour);
  const first = Math.min(...used);
  const hours = Array.from({ length: Math.max(...used) - first + 1 }, (_, row) => first + row);
  // Another time may have no LIVE in the hour that was picked.
  const shown = picked === undefined ? undefined : cells.get(picked);
  const stop = shown ?? map.best ?? map.cells[0];
  const stopKey = stop && keyOf(stop);
  return (
    <>
      <HeatMap
        label={t('over_time_tab_week')}
        corner={<th scope="col">{t('over_time_hours')}</th>}
        hasHours
      >
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row">{clockHour(hour)}</th>
            {mondayFirst.map((weekday) => {
              const key = keyOf({ weekday, hour });
              const cell = cells.get(key);
              return (
                <td key={weekday}>
                  {cell !== undefined && (
                    <Cell
                      cell={cell}
                      highest={map.highest}
                      over={over}
                      isStop={key === stopKey}
                      isPicked={key === picked}
                      onPick={() => setPicked(key === picked ? undefined : key)}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </HeatMap>
      <p class="week-said" role="status">
        {shown === undefined ? '' : cellSaid(shown, over, i18n)}
      </p>
    </>
  );
}

/** Steps of the colours. */
const LEVELS = 5;

function Cell({
  cell,
  highest,
  over,
  isStop,
  isPicked,
  onPick,
}: {
  cell: WeekCell;
  highest: number | undefined;
  over: OverTime;
  isStop: boolean;
  isPicked: boolean;
  onPick: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const { perHour: value, isThin, paid, lives } = cell;
  return (
    <HeatButton
      level={isThin || value === undefined ? undefined : levelOf(value, highest)}
      said={cellSaid(cell, over, i18n)}
      isStop={isStop}
      isPicked={isPicked}
      onPick={onPick}
    >
      <span aria-hidden="true">{orDash(value, (known) => inCell(known, styleOf(over, i18n)))}</span>
      <small aria-hidden="true">({value === undefined ? lives : paid})</small>
    </HeatButton>
  );
}

/** Evenly from nothing to the highest. */
const levelOf = (value: number, highest = value): number =>
  highest > 0 ? Math.max(0, Math.min(LEVELS - 1, Math.floor((LEVELS * value) / highest))) : 0;

function cellSaid(cell: WeekCell, over: OverTime, i18n: I18n): string {
  const values = {
    ...hourWords(cell, i18n.locale),
    lives: inWords.lives(cell.perHour === undefined ? cell.lives : cell.paid),
    hours: inWords.hours(cell.hours, i18n.locale),
  };
  if (cell.perHour === undefined) return i18n.t('over_time_hour_unknown', values);
  return i18n.t(cell.isThin ? 'over_time_hour_thin' : 'over_time_hour', {
    ...values,
    value: inWords.text(perHour(cell.perHour, styleOf(over, i18n), i18n)),
  });
}

const hourWords = ({ weekday, hour }: Pick<WeekCell, 'weekday' | 'hour'>, locale: string) => ({
  day: inWords.text(dayName(weekday, locale, 'long')),
  from: inWords.text(clockHour(hour)),
  to: inWords.text(clockHour(hour + 1)),
});
