import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { MoneyDetail } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatAmount } from '../figures.ts';
import './potential.css';

/** The one total: what the steps worth changing would bring together, never the sum of the rows. */
export function Joint({ report }: { report: Report }): JSX.Element | null {
  const { t, locale } = useI18n();
  const joint = report.potential?.joint;
  if (joint === undefined) return null;
  const { value, low = value, high = value } = joint;
  const money = (shown: number, detail: MoneyDetail) => {
    const style = { currency: report.currency, locale, detail };
    return { kind: 'text', text: formatAmount(shown, style) } as const;
  };
  return (
    <span class="small joint">
      {t('potential_joint', {
        money: money(value, 'estimate'),
        low: money(low, 'bound'),
        high: money(high, 'bound'),
      })}{' '}
      <Tooltip label={t('potential_joint_how')}>
        <p>{t('potential_joint_what')}</p>
        <p class="quiet">{t('potential_joint_formula')}</p>
      </Tooltip>
    </span>
  );
}
