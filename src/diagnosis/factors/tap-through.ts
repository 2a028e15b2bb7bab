import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { stepWords } from '../text/step-words.ts';
import { rateText } from '../text/wording.ts';
import { entrancesOf, sourceLabel } from '../timeline/sources.ts';

/** The three sources with the most impressions say where it happened; more would bury it. */
const SOURCES_SHOWN = 3;

/** Of the times the LIVE was shown, the share that led into the room, also by source. */
export const tapThrough: Factor = {
  id: 'tap-through',
  title: 'factor_tapThrough_title',
  lever: 'market',
  group: 'entry-stay',
  owners: ['operator'],
  moneyOf: 'tapThroughRate',
  advises: [{ key: 'factor_tapThrough_advice', ...stepWords.tapThroughRate }],
  evaluate: (input) => {
    const outcome = judge(input, {
      metrics: ['tapThroughRate'],
      seen: 'factor_tapThrough_seen',
      advice: 'factor_tapThrough_advice',
      sample: { of: 'impressions', more: 'factor_shared_moreImpressions' },
    });
    if (outcome.state === 'missing') return outcome;
    const bySource = (entrancesOf(input.session) ?? [])
      .slice(0, SOURCES_SHOWN)
      .map(({ name, impressions, views }) =>
        evidenceRow(
          { key: 'factor_tapThrough_fromSource', values: { source: sourceLabel(name) } },
          rateText(views / impressions),
        ),
      );
    return { ...outcome, evidence: [...(outcome.evidence ?? []), ...bySource] };
  },
};
