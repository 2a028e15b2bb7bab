import type { JSX } from 'preact';
import type { Comparison } from '../../diagnosis/report.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { Chip, type Tone } from './chip.tsx';
import { useI18n } from './i18n.ts';

type Verdict = Comparison['verdict'];

const reasons = {
  'not-reported': 'panel_verdict_not_reported',
  'no-benchmark': 'panel_verdict_no_benchmark',
  'unknown-denominator': 'panel_verdict_unknown_denominator',
  'not-comparable': 'panel_verdict_not_comparable',
  contradicts: 'panel_verdict_contradicts',
} as const satisfies Record<string, MessageKey>;

/**
 * *Lower* or *Higher* than benchmark, as the figure lies. The colour follows what is better for the seller, so that a
 * higher cost is not painted as good news; the shape follows the direction.
 */
export function VerdictChip({
  verdict,
  better = 'higher',
  isUsual = false,
}: {
  verdict: Verdict;
  better?: Metric['better'];
  /** Whether the figure lies within what is usual, and so has no colour. */
  isUsual?: boolean;
}): JSX.Element {
  const { t } = useI18n();
  if (verdict === 'lower') {
    return (
      <Chip tone={isUsual ? 'plain' : toneOf('lower', better)} shape="down">
        {t('panel_verdict_lower')}
      </Chip>
    );
  }
  if (verdict === 'higher') {
    return (
      <Chip tone={isUsual ? 'plain' : toneOf('higher', better)} shape="up">
        {t('panel_verdict_higher')}
      </Chip>
    );
  }
  if (verdict === 'same') {
    return <Chip tone="plain">{t('panel_verdict_same')}</Chip>;
  }
  return <span class="no-verdict">{t(reasons[verdict.none])}</span>;
}

function toneOf(direction: 'lower' | 'higher', better: Metric['better']): Tone {
  if (better === 'neither') return 'plain';
  return direction === better ? 'high' : 'low';
}
