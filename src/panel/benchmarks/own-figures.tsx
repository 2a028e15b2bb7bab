import type { JSX } from 'preact';
import type { MetricId } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { figureOrDash } from '../figures.ts';
import { useApp } from '../state/app.ts';

/** What "higher" and "lower" on the cards mean: the figures of the LIVE in view, once for all of them. */
export function OwnFigures(): JSX.Element | null {
  const { t, locale } = useI18n();
  const { currency, figure } = useApp().streams.mine.value;
  if (figure('gmvPerHour') === undefined) return null;
  const text = (id: MetricId) =>
    ({ kind: 'text', text: figureOrDash(id, figure(id), { currency, locale }) }) as const;
  return (
    <p class="quiet small">
      {t('benchmarks_yours', {
        money: text('gmvPerHour'),
        impressions: text('impressionsPerHour'),
      })}
    </p>
  );
}
