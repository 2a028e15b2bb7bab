import type { JSX } from 'preact';
import type { Change, CountedFigure } from '../../diagnosis/outcome/types.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatBound } from '../figures.ts';
import { rangeText } from './range-text.ts';
import { ratioText } from './sentences.ts';

/** Ranges, definition and counts behind the figures of a change, and how its verdict is reached. */
export function ChangeTip({
  change,
  currency,
}: {
  change: Change;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, write, locale } = words;
  const { metric: id, before, usual, after, lives } = change;
  const { name, definition, formula } = metric(id);
  const several = { kind: 'count', value: lives } as const;
  const bound = (value: number) =>
    ({ kind: 'text', text: formatBound(id, value, { currency, locale }) }) as const;
  return (
    <Tooltip label={t('outcome_how_label', { metric: { kind: 'message', message: name } })}>
      <p>
        {t('outcome_row_change')}: <b>{write(ratioText(change))}</b>
      </p>
      <p>
        {t('outcome_row_after', { count: several })}: {rangeText(id, after, currency, words)}
      </p>
      {before !== undefined && (
        <p>
          {t('outcome_row_before')}: {rangeText(id, before, currency, words)}
        </p>
      )}
      <p>
        {t(usual.rests === 'own' ? 'outcome_usual_of' : 'outcome_usual_thin', {
          low: bound(usual.low),
          high: bound(usual.high),
          count: { kind: 'count', value: usual.lives },
        })}
      </p>
      <p class="quiet">{t(definition)}</p>
      {formula !== undefined && <p class="quiet">= {t(formula)}</p>}
      {before?.counts !== undefined && (
        <p class="quiet">{t('outcome_counts_before', countsIn(before))}</p>
      )}
      {after.counts !== undefined && (
        <p class="quiet">{t('outcome_counts_after', { ...countsIn(after), count: several })}</p>
      )}
      {lives > 1 && <p class="quiet">{t('outcome_several')}</p>}
      <p class="quiet">{t('outcome_how')}</p>
    </Tooltip>
  );
}

function countsIn({ counts }: CountedFigure) {
  const number = (value: number) =>
    ({ kind: 'decimal', value, digits: Number.isInteger(value) ? 0 : 1 }) as const;
  return { k: number(counts?.k ?? 0), n: number(counts?.n ?? 0) };
}
