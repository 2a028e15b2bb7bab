import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { useWords } from '../design/words.ts';
import { formatAmount } from '../figures.ts';
import './potential.css';

/** The one total: what the steps worth changing would bring together, never the sum of the rows. */
export function Joint({ report }: { report: Report }): JSX.Element | null {
  const { say, locale } = useWords();
  const joint = report.potential?.joint;
  if (joint === undefined) return null;
  const { value, low = value, high = value } = joint;
  const money = (shown: number) =>
    ({ kind: 'text', text: formatAmount(shown, { currency: report.currency, locale }) }) as const;
  return (
    <span class="small joint">
      {say('potential_joint', { money: money(value), low: money(low), high: money(high) })}{' '}
      <Tooltip label={say('potential_joint_how')}>
        <p>{say('potential_joint_what')}</p>
        <p class="quiet">{say('potential_joint_formula')}</p>
      </Tooltip>
    </span>
  );
}
