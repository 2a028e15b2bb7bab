import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';

/** The last LIVEs as bars, this one at the end: whether it was one bad evening or the way things go. */
export function LastLives({ report }: { report: Report }): JSX.Element | null {
  const { t, locale } = useI18n();
  const { lives, metric } = report.verdict;
  if (lives.length < 2) return null;
  const highest = Math.max(...lives.map(({ value }) => value), 1e-9);
  const count = { kind: 'count', value: lives.length } as const;
  const figures = lives.map(({ value }) =>
    formatFigure(metric, value, { currency: report.currency, locale }),
  );
  return (
    <figure
      class="last-lives"
      role="img"
      aria-label={t('verdict_lives_said', {
        count,
        values: { kind: 'text', text: figures.join(', ') },
      })}
    >
      <div class="last-lives-bars">
        {lives.map(({ startedAt, value, side = 'usual' }, place) => (
          <i
            key={startedAt}
            class={place === lives.length - 1 ? `this-live side-${side}` : undefined}
            style={{ '--share': Math.max(0.04, value / highest).toFixed(3) }}
            title={figures[place]}
          />
        ))}
      </div>
      <figcaption aria-hidden="true">{t('verdict_lives', { count })}</figcaption>
    </figure>
  );
}
