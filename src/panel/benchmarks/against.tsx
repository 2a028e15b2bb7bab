import type { JSX } from 'preact';
import type { MetricId } from '../../metrics/catalogue.ts';
import { isMoneyMetric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import type { Mine } from './cases.ts';

/** From here on a figure is told as a multiple, which reads better than "540% higher". */
const MANY_TIMES = 3;

/** A figure against one of the LIVE in view, in words and shape; nothing where they don't compare or one isn't known. */
export function AgainstYours({
  metric,
  theirs,
  currency,
  mine,
  yours,
}: {
  metric: MetricId;
  theirs: number | undefined;
  currency: CurrencyCode | undefined;
  mine: Pick<Mine, 'currency'>;
  yours: number | undefined;
}): JSX.Element | null {
  const { t } = useI18n();
  if (theirs === undefined || yours === undefined || yours <= 0) return null;
  if (isMoneyMetric(metric) && (currency === undefined || currency !== mine.currency)) return null;
  const ratio = theirs / yours;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (percent === 0) {
    return <Chip tone="plain">{t('streams_same')}</Chip>;
  }
  const share = { kind: 'percent', value: percent / 100 } as const;
  if (ratio < 1) {
    return (
      <Chip tone="plain" shape="down">
        {t('streams_lower', { share })}
      </Chip>
    );
  }
  return (
    <Chip tone="high" shape="up">
      {ratio >= MANY_TIMES
        ? t('streams_times_yours', { times: { kind: 'decimal', value: ratio, digits: 1 } })
        : t('streams_higher', { share })}
    </Chip>
  );
}
