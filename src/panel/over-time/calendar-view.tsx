import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalendarDay, LiveCalendar, LiveDay } from '../../diagnosis/over-time/calendar.ts';
import { formatDay } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { orDash } from '../figures.ts';
import { datedName } from '../live-name.ts';
import { type OverTime, useCalendar } from '../state/over-time.ts';
import { HeatButton, HeatMap } from './heat-map.tsx';
import { NoLives } from './no-lives.tsx';
import type { OpenLive } from './open-live.ts';
import type { PictureProps } from './picture-props.ts';
import { inCell, inWords, perHour, styleOf } from './words.ts';

/** Weeks that are drawn at first, and more at each press: a quarter. */
const WEEKS = 13;

/** The days with LIVEs, coloured by their GMV per hour. */
export function CalendarView({ over, reach, open, choice, onAll }: PictureProps): JSX.Element {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const calendar = useCalendar(over, reach);
  const style = styleOf(over, i18n);
  const { best, lowest, running, uncounted } = calendar;
  const isOnly = calendar.days.filter(({ perHour: made }) => made !== undefined).length === 1;
  return (
    <>
      <div class="over-time-choices">{choice}</div>
      {calendar.days.length === 0 ? (
        <NoLives onAll={onAll} />
      ) : (
        <>
          {best !== undefined && (
            <p class="over-time-peak">
              {t(isOnly ? 'over_time_calendar_only' : 'over_time_calendar_best', {
                day: inWords.text(formatDay(best.date, locale)),
                value: inWords.text(perHour(best.perHour, style, i18n)),
              })}
            </p>
          )}
          <Weeks calendar={calendar} over={over} open={open} />
          <div class="quiet small over-time-notes">
            {best !== undefined && lowest !== undefined && !isOnly && (
              <p class="heat-key">
                {[0, 1, 2, 3, 4].map((fifth) => (
                  <i key={fifth} class={`heat heat-${fifth}`} aria-hidden="true" />
                ))}
                {t('over_time_calendar_scale', {
                  low: inWords.text(perHour(lowest, style, i18n)),
                  high: inWords.text(perHour(best.perHour, style, i18n)),
                })}
              </p>
            )}
            <p>{t('over_time_calendar_what')}</p>
            {running > 0 && <p>{t('over_time_out_running', { count: inWords.count(running) })}</p>}
            {uncounted > 0 && (
              <p>{t('over_time_calendar_uncounted', { count: inWords.count(uncounted) })}</p>
            )}
          </div>
        </>
      )}
    </>
  );
}

function Weeks({
  calendar: { weeks, days },
  over,
  open,
}: {
  calendar: LiveCalendar;
  over: OverTime;
  open: OpenLive;
}): JSX.Element {
  const { t } = useI18n();
  const [shown, setShown] = useState(WEEKS);
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const day = days.find(({ date }) => date === picked);
  const stop = day?.date ?? days.at(-1)?.date;
  return (
    <div class="calendar">
      <HeatMap label={t('over_time_tab_calendar')} corner={<td class="heat-corner" />}>
        {weeks.slice(0, shown).map((week) => (
          <tr key={week[0]?.date}>
            <WeekHead monday={week[0]?.date ?? ''} />
            {week.map((one) => (
              <td key={one.date}>
                <Day
                  day={one}
                  over={over}
                  isStop={one.date === stop}
                  isPicked={one.date === picked}
                  onPick={() => setPicked(one.date === picked ? undefined : one.date)}
                />
              </td>
            ))}
          </tr>
        ))}
      </HeatMap>
      {weeks.length > shown && (
        <Button look="link" onClick={() => setShown(shown + WEEKS)}>
          {t('over_time_more_weeks')}
        </Button>
      )}
      <div class="calendar-day" role="status">
        {day === undefined ? (
          <p class="quiet">{t('over_time_calendar_pick')}</p>
        ) : (
          <DayLives day={day} over={over} open={open} />
        )}
      </div>
    </div>
  );
}

function WeekHead({ monday }: { monday: string }): JSX.Element {
  const { t, locale } = useI18n();
  const day = formatDay(monday, locale);
  return (
    <th scope="row">
      <VisuallyHidden>{t('over_time_calendar_week', { day: inWords.text(day) })}</VisuallyHidden>
      <span aria-hidden="true">{day.replace(/^\S+ /, '')}</span>
    </th>
  );
}

function Day({
  day: { date, lives },
  over,
  isStop,
  isPicked,
  onPick,
}: {
  day: CalendarDay;
  over: OverTime;
  isStop: boolean;
  isPicked: boolean;
  onPick: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const number = Number(date.slice(8));
  if (lives === undefined) return <span class="heat-none">{number}</span>;
  return (
    <HeatButton
      level={lives.fifth}
      said={daySaid(lives, over, i18n)}
      isStop={isStop}
      isPicked={isPicked}
      onPick={onPick}
    >
      <small aria-hidden="true">{number}</small>
      <span aria-hidden="true">
        {orDash(lives.perHour, (value) => inCell(value, styleOf(over, i18n)))}
      </span>
    </HeatButton>
  );
}

function daySaid(day: LiveDay, over: OverTime, i18n: ReturnType<typeof useI18n>): string {
  const values = {
    day: inWords.text(formatDay(day.date, i18n.locale)),
    lives: inWords.lives(day.rooms.length),
  };
  return day.perHour === undefined
    ? i18n.t('over_time_day_unknown', values)
    : i18n.t('over_time_day', {
        ...values,
        value: inWords.text(perHour(day.perHour, styleOf(over, i18n), i18n)),
        hours: inWords.hours(day.hours, i18n.locale),
      });
}

/** The LIVEs of the day that was picked, each to be opened. */
function DayLives({
  day,
  over,
  open,
}: {
  day: LiveDay;
  over: OverTime;
  open: OpenLive;
}): JSX.Element {
  const i18n = useI18n();
  const records = over.lives.records.filter(({ id }) => day.rooms.includes(id)).reverse();
  return (
    <>
      <p>{daySaid(day, over, i18n)}</p>
      <ul>
        {records.map(({ id, room }) => (
          <li key={id}>
            <Button look="link" onClick={() => open(id)}>
              {datedName(room, i18n)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
