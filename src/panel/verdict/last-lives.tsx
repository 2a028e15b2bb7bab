import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';

/** The last LIVEs as bars, this one at the end: whether it was one bad evening or the way things go. */
export function LastLives({ report }: { report: Report }): JSX.Element | null {
  const { t, locale } = useI18n();
  const { lives, metric, reference } = report.verdict;
  if (lives.length < 2) return null;
  const highest = Math.max(...lives.map(({ value }) => value), reference?.value ?? 0, 1e-9);
  const all = { kind: 'count', value: lives.length } as const;
  const figures = lives.map(({ value }) =>
    formatFigure(metric, value, { currency: report.currency, locale }),
  );
  return (
    <figure
      class="last-lives"
      role="img"
      aria-label={t('verdict_lives_said', {
        count: { kind: 'count', value: lives.length - 1 },
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
        {reference !== undefined && (
          <u
            class="last-lives-usual"
            style={{ '--share': (reference.value / highest).toFixed(3) }}
          />
        )}
      </div>
      <figcaption aria-hidden="true">
        {reference === undefined
          ? t('verdict_lives_alone', { count: all })
          : t('verdict_lives', { count: all, reference: versusName(reference.versus) })}
      </figcaption>
    </figure>
  );
}
