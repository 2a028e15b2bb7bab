import type { JSX } from 'preact';
import type {
  ComparedFigure,
  ComparedSeries,
  MinutesCompared,
} from '../../diagnosis/recording/minutes-compared.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatDecimal, formatPoints } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import './evidence.css';
import './minutes-table.css';

const names = {
  concurrentViewers: 'performance_timeline_viewers',
  views: 'panel_minutes_views',
  productClicks: 'panel_minutes_clicks',
  orders: 'panel_minutes_orders',
} as const satisfies Record<ComparedSeries, MessageKey>;

/** What viewers, views, clicks and orders did in some minutes beside the rest of the LIVE, and whether chance explains it. */
export function MinutesTable({ minutes }: { minutes: MinutesCompared }): JSX.Element {
  const { t, locale } = useI18n();
  const { figures, inside, rest } = minutes;
  const told = figures.filter(({ reading }) => reading !== 'untold');
  const pace = (value: number): string => formatDecimal(value, value < 10 ? 1 : 0, locale);
  const points = (ratio: number): string => formatPoints(ratio - 1, locale);
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  return (
    <div class="minutes">
      <table class="evidence" style={{ '--figures': 3 }}>
        <caption>{t('panel_minutes_title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('panel_evidence_figure')}</th>
            <th scope="col">{t('panel_minutes_inside')}</th>
            <th scope="col">{t('panel_minutes_rest')}</th>
            <th scope="col">{t('panel_minutes_difference')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ series, inside, rest, ratio, reading }) => (
            <tr key={series} class={`minutes-${reading}`}>
              <td>{t(names[series])}</td>
              <td>{pace(inside)}</td>
              <td>{pace(rest)}</td>
              <td>
                <bdi>{points(ratio.value)}</bdi>
                <small>
                  <bdi>
                    {t('panel_minutes_range', {
                      low: text(points(ratio.low)),
                      high: text(points(ratio.high)),
                    })}
                  </bdi>
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {told.length === 0
          ? t('panel_minutes_untold')
          : t('panel_minutes_told', { figures: text(told.map(word).join(', ')) })}
      </p>
      <p class="quiet small">
        {t('panel_minutes_how', {
          inside: { kind: 'duration', seconds: inside },
          rest: { kind: 'duration', seconds: rest },
        })}
      </p>
    </div>
  );

  /** “Product clicks per minute −31%”. */
  function word({ series, ratio }: ComparedFigure): string {
    return t('panel_minutes_figure', {
      name: { kind: 'message', message: names[series] },
      difference: text(points(ratio.value)),
    });
  }
}
