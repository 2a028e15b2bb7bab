import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MetricSeries, SeriesPoint } from '../../diagnosis/over-time/series.ts';
import { metric as metricOf } from '../../metrics/catalogue.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { DAY_MS, toMs, type UnixSeconds, unixSeconds, type Zone } from '../../metrics/time.ts';
import { instantAt, wallTime, zoneAt } from '../../metrics/zone.ts';
import { formatInstant } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { nextPlace, sliderKeys } from '../design/next-place.ts';
import { useDrawing } from '../design/use-drawing.ts';
import { figureOrDash, formatTick } from '../figures.ts';
import type { OverTime } from '../state/over-time.ts';
import type { OpenLive } from './open-live.ts';
import type { DrawnTrend, TrendLook } from './trend-canvas.ts';
import { inWords, styleOf } from './words.ts';

/**
 * The chart with the line that reads out one LIVE: the one pointed at, else the one that the arrow keys or a press came
 * to. To the keyboard and screen readers it is a slider over the LIVEs; Enter opens the one it stands on.
 */
export function TrendChart({
  series,
  over,
  open,
}: {
  series: MetricSeries;
  over: OverTime;
  open: OpenLive;
}): JSX.Element {
  const i18n = useI18n();
  const { t } = i18n;
  const { points, metric } = series;
  const drawn = useRef<DrawnTrend | undefined>(undefined);
  // By its id, as a list that comes in anew has other LIVEs in its places.
  const [chosen, setChosen] = useState<RoomId | undefined>(undefined);
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const chosenPlace = points.findIndex(({ live }) => live.room === chosen);
  const last = points.length - 1;
  const place = Math.min(pointed ?? (chosenPlace < 0 ? last : chosenPlace), last);
  const point = points[place];
  const shown = useRef(place);
  const look = useMemo(
    (): TrendLook => ({
      show: (value) => formatTick(metric, value, styleOf(over, i18n)),
      date: (at) => formatInstant(toMs(at), zoneAt(toMs(at), over.zone), i18n.locale, 'day'),
      midnights: (most) => midnightsOf(points, over.zone, most),
      point: setPointed,
      press: (at) => setChosen(points[at]?.live.room),
    }),
    [metric, points, over, i18n],
  );
  // What was pointed at is a place of the chart before.
  useEffect(() => setPointed(undefined), [points]);
  const canvas = useDrawing(async () => {
    const { drawTrend } = await import('./trend-canvas.ts');
    return (on) => {
      const trend = drawTrend(on, points, look);
      drawn.current = trend;
      trend.mark(shown.current);
      return () => {
        trend.erase();
        drawn.current = undefined;
      };
    };
  }, [points, look]);
  useEffect(() => {
    shown.current = place;
    drawn.current?.mark(place);
  }, [place]);
  const move = (event: KeyboardEvent): void => {
    const next = nextPlace(event.key, place, points.length, sliderKeys);
    if (next !== undefined) {
      event.preventDefault();
      setPointed(undefined);
      setChosen(points[next]?.live.room);
    } else if (event.key === 'Enter' && point !== undefined) {
      event.preventDefault();
      open(point.live.room);
    }
  };
  const said = point === undefined ? '' : pointSaid(point, series, over, i18n);
  return (
    <>
      <div
        class="trend"
        role="slider"
        tabIndex={0}
        aria-label={`${t('over_time_chart', { metric: { kind: 'message', message: metricOf(metric).name } })}. ${t('over_time_chart_keys')}`}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={place + 1}
        aria-valuetext={said}
        onKeyDown={move}
      >
        <canvas ref={canvas} />
      </div>
      <div class="trend-read-out small">
        <p aria-hidden="true">{said}</p>
        {point !== undefined && (
          <Button look="link" onClick={() => open(point.live.room)}>
            {t('over_time_open_live')}
          </Button>
        )}
      </div>
      <TrendKey points={points} />
    </>
  );
}

/** What the band, its line and an open dot mean, where there is one. */
function TrendKey({ points }: { points: readonly SeriesPoint[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <ul class="trend-key quiet small" aria-hidden="true">
      {points.some(({ usual }) => usual !== undefined) && (
        <li>
          <i class="trend-key-usual" />
          {t('over_time_key_usual')}
        </li>
      )}
      {points.some(({ usual }) => usual !== undefined) && (
        <li>
          <i class="trend-key-median" />
          {t('over_time_key_median')}
        </li>
      )}
      {points.some(({ live }) => live.phase === 'running' || live.phase === 'provisional') && (
        <li>
          <i class="trend-key-moves" />
          {t('over_time_key_moves')}
        </li>
      )}
    </ul>
  );
}

const sides = {
  above: 'over_time_side_above',
  below: 'over_time_side_below',
  usual: 'over_time_side_usual',
} as const;

function pointSaid(
  { live, value, usual, side }: SeriesPoint,
  { metric }: MetricSeries,
  over: OverTime,
  i18n: I18n,
): string {
  const { t, locale } = i18n;
  const style = styleOf(over, i18n);
  const values = {
    live: inWords.text(inWords.start(live, over.zone, locale)),
    value: inWords.text(figureOrDash(metric, value, style)),
  };
  if (live.phase === 'running' && value !== undefined) return t('over_time_point_running', values);
  return usual === undefined || side === undefined
    ? t('over_time_point', values)
    : t('over_time_point_side', {
        ...values,
        side: { kind: 'message', message: sides[side] },
        low: inWords.text(figureOrDash(metric, usual.p25, style)),
        high: inWords.text(figureOrDash(metric, usual.p75, style)),
      });
}

/** Days between two dates under the chart. */
const APART = [1, 2, 4, 7, 14, 28, 56, 91, 182, 364, 728];

/** Midnights by the shop's clock within the LIVEs' time, evenly apart and no more than `most`. */
function midnightsOf(
  points: readonly SeriesPoint[],
  zone: Zone,
  most: number,
): readonly UnixSeconds[] {
  const [first, last] = [points[0]?.live.startedAt, points.at(-1)?.live.startedAt];
  if (first === undefined || last === undefined) return [];
  const day = (at: UnixSeconds): number =>
    Date.parse(`${wallTime(toMs(at), zone).slice(0, 10)}T00:00Z`);
  const days = (day(last) - day(first)) / DAY_MS;
  const step = APART.find((one) => Math.floor(days / one) + 1 <= most) ?? days + 1;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => {
    const date = new Date(day(last) - at * step * DAY_MS).toISOString().slice(0, 10);
    return instantAt(`${date}T00:00`, zone);
  })
    .flatMap((at) => (at === undefined ? [] : unixSeconds(at / 1000)))
    .filter((at) => at >= first && at <= last)
    .reverse();
}
