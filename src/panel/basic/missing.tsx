import type { JSX } from 'preact';
import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { answerName } from '../answer-names.ts';
import { useI18n } from '../design/i18n.ts';
import type { MissingPart } from './missing-parts.ts';

type Why = MissingPart['reasons'][number];

/** Each reason for a whole answer, for metrics that are named, and for a detail that has no name. */
const reasons = {
  malformed: ['panel_gap_malformed', 'panel_gap_malformed_of', 'panel_gap_malformed_detail'],
  refused: ['panel_gap_refused', 'panel_gap_absent_of', 'panel_gap_refused'],
  unreachable: ['panel_gap_unreachable', 'panel_gap_absent_of', 'panel_gap_unreachable'],
  absent: ['panel_gap_absent', 'panel_gap_absent_of', 'panel_gap_absent_detail'],
  contradicts: [
    'panel_gap_contradicts_detail',
    'panel_gap_contradicts_of',
    'panel_gap_contradicts_detail',
  ],
} as const satisfies Record<
  Exclude<Why['reason'], 'unknown'>,
  readonly [MessageKey, MessageKey, MessageKey]
>;

/** What could not be read of this LIVE, by answer, and why. */
export function Missing({ parts }: { parts: readonly MissingPart[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <p>{t('panel_partial_means')}</p>
      <ul>
        {parts.map((part) => (
          <li key={part.endpoint}>
            <b>{t(answerName(part.endpoint))}</b>
            {part.reasons.map((why) => (
              <p key={why.reason}>{sentence(why)}</p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );

  function sentence({ reason, metrics, whole, unknown = [] }: Why): string {
    if (reason === 'unknown') {
      return t('panel_gap_unknown', { fields: { kind: 'text', text: unknown.join(', ') } });
    }
    const [ofAll, ofMetrics, ofDetail] = reasons[reason];
    if (metrics.length === 0) return t(whole ? ofAll : ofDetail);
    const names = metrics.map((id) => t(metric(id).name)).join(', ');
    return t(ofMetrics, { metrics: { kind: 'text', text: names } });
  }
}
