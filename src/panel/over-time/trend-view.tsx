import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MetricSeries, SeriesPoint } from '../../diagnosis/over-time/series.ts';
import { type MetricId, metricIds, metric as metricOf } from '../../metrics/catalogue.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { TableScroll } from '../design/table-scroll.tsx';
import { figureOrDash } from '../figures.ts';
import { useGrowingList } from '../import/use-growing-list.tsx';
import { type OverTime, useSeries } from '../state/over-time.ts';
import { NoLives } from './no-lives.tsx';
import type { OpenLive } from './open-live.ts';
import type { PictureProps } from './picture-props.ts';
import { TrendChart } from './trend-chart.tsx';
import { inWords, styleOf } from './words.ts';

/** A metric over the LIVEs, with the band that was usual before each. */
export function TrendView({ over, reach, open, choice, onAll }: PictureProps): JSX.Element {
  const { t } = useI18n();
  const { basis } = over.lives;
  const [metric, setMetric] = useState<MetricId>(
    basis === 'direct' ? 'directGmvPerHour' : 'gmvPerHour',
  );
  const series = useSeries(over, metric, reach);
  const known = metricIds.filter(
    (id) => id === metric || series.points.some(({ live }) => live.figures[id] !== undefined),
  );
  return (
    <>
      <div class="over-time-choices">
        <Select
          label={t('over_time_metric')}
          value={metric}
          choices={known.map((id) => ({ value: id, name: t(metricOf(id).name) }))}
          onChoose={(value) => setMetric(known.find((id) => id === value) ?? metric)}
        />
        {choice}
      </div>
      {series.points.length === 0 ? (
        <NoLives onAll={onAll} />
      ) : series.missing === series.points.length ? (
        <p class="quiet over-time-none">{t('over_time_none_figure')}</p>
      ) : (
        <Shown series={series} over={over} open={open} />
      )}
    </>
  );
}

function Shown({
  series,
  over,
  open,
}: {
  series: MetricSeries;
  over: OverTime;
  open: OpenLive;
}): JSX.Element {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { metric, points, missing, highest, lowest } = series;
  const style = styleOf(over, i18n);
  const when = ({ live }: SeriesPoint) => inWords.text(inWords.start(live, over.zone, locale));
  const figure = ({ value }: SeriesPoint) => inWords.text(figureOrDash(metric, value, style));
  return (
    <>
      {highest !== undefined && lowest !== undefined && (
        <p class="over-time-peak">
          {points.length - missing === 1
            ? t('over_time_only', { value: figure(highest), day: when(highest) })
            : t('over_time_peaks', {
                high: figure(highest),
                highDay: when(highest),
                low: figure(lowest),
                lowDay: when(lowest),
              })}
        </p>
      )}
      <TrendChart series={series} over={over} open={open} />
      <div class="quiet small over-time-notes">
        {missing > 0 && <p>{t('over_time_missing', { count: inWords.count(missing) })}</p>}
        {!metricOf(metric).comparable && <p>{t('over_time_no_usual')}</p>}
      </div>
      <Disclosure summary={t('performance_timeline_table')} class="small">
        <SeriesTable series={series} over={over} />
      </Disclosure>
    </>
  );
}

/** LIVEs that the table shows at first. */
const ROWS = 100;

function SeriesTable({ series, over }: { series: MetricSeries; over: OverTime }): JSX.Element {
  const i18n = useI18n();
  const { t } = i18n;
  const { metric, points } = series;
  const style = styleOf(over, i18n);
  const { shown, more } = useGrowingList(points.toReversed(), ROWS);
  return (
    <>
      <TableScroll label={t(metricOf(metric).name)}>
        <table class="table table-wraps" aria-label={t(metricOf(metric).name)}>
          <thead>
            <tr>
              <th scope="col">{t('over_time_column_live')}</th>
              <th scope="col">{t(metricOf(metric).name)}</th>
              {metricOf(metric).comparable && <th scope="col">{t('over_time_column_usual')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ live, value, usual }) => (
              <tr key={live.room}>
                <th scope="row">{rowHead(live, over, i18n)}</th>
                <td>{figureOrDash(metric, value, style)}</td>
                {metricOf(metric).comparable && (
                  <td>
                    {usual === undefined || live.phase === 'running'
                      ? '–'
                      : `${figureOrDash(metric, usual.p25, style)} – ${figureOrDash(metric, usual.p75, style)}`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more}
    </>
  );
}

/** When a LIVE started, and whether it runs still: what it made so far stands beside nothing usual. */
function rowHead(live: SeriesPoint['live'], over: OverTime, { t, locale }: I18n): string {
  const start = inWords.start(live, over.zone, locale);
  return live.phase === 'running'
    ? t('over_time_row_running', { live: inWords.text(start) })
    : start;
}
