import type { JSX } from 'preact';
import type { PlanOutcome } from '../../diagnosis/outcome/types.ts';
import { isChange } from '../../diagnosis/outcome/types.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { formatPoints } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatFigure } from '../figures.ts';
import { railWord, ratioText, reasonText } from './sentences.ts';

/** Whether the metric that must not suffer did. */
export function GuardRailLine({
  guardRail: { change, suffered },
  currency,
}: {
  guardRail: NonNullable<PlanOutcome['guardRail']>;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const { name, definition } = metric(change.metric);
  const label = { kind: 'message', message: name } as const;
  if (!isChange(change)) {
    return (
      <p class="small">
        <span class="quiet">{t('outcome_rail', { metric: label })}</span>{' '}
        {write(reasonText(change.metric, change.none))}
      </p>
    );
  }
  const figure = (value: number) =>
    ({ kind: 'text', text: formatFigure(change.metric, value, { currency, locale }) }) as const;
  return (
    <p class="small outcome-rail">
      <span class="quiet">{t('outcome_rail', { metric: label })}</span>{' '}
      <Chip tone={suffered ? 'low' : 'plain'} shape={suffered ? 'down' : undefined}>
        {t(railWord(suffered, change.ratio.value))}
      </Chip>{' '}
      {formatPoints(change.ratio.value - 1, locale)}{' '}
      <Tooltip label={t('outcome_how_label', { metric: label })}>
        <p>
          {t('outcome_row_change')}: <b>{write(ratioText(change))}</b>
        </p>
        <p class="quiet">{t(definition)}</p>
        <p class="quiet">
          {t('outcome_rail_how', {
            after: figure(change.after.value),
            usual: figure(change.usual.value),
          })}
        </p>
      </Tooltip>
    </p>
  );
}
