import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import type { GroupedFactors, PlacedFactor } from './factor-groups.ts';
import { FactorRow } from './factor-row.tsx';

const names = {
  'entry-stay': 'panel_group_entry_stay',
  'interaction-conversion': 'panel_group_interaction_conversion',
} as const;

/** Which factors are unfolded, by id. */
export type Unfolded = Signal<Readonly<Record<string, boolean>>>;

/** Factors under the name of their group, a row each; `none` says what to know where there is none. */
export function FactorGroup({
  group,
  factors,
  report,
  session,
  scaleEnd,
  unfolded,
  none,
}: Pick<GroupedFactors, 'group'> & {
  factors: readonly PlacedFactor[];
  report: Report;
  session: Session;
  scaleEnd: number;
  unfolded: Unfolded;
  none?: 'panel_group_fine' | 'panel_group_untold' | undefined;
}): JSX.Element | null {
  const { t } = useI18n();
  if (factors.length === 0 && none === undefined) return null;
  return (
    <div class="group">
      <h4>{t(names[group])}</h4>
      <ul>
        {factors.map(({ finding, cost, explainsAbove }) => {
          const open = unfolded.value[finding.factor] ?? false;
          return (
            <FactorRow
              key={finding.factor}
              finding={finding}
              cost={cost}
              explainsAbove={explainsAbove}
              report={report}
              session={session}
              scaleEnd={scaleEnd}
              open={open}
              onToggle={() => {
                unfolded.value = { ...unfolded.value, [finding.factor]: !open };
              }}
            />
          );
        })}
      </ul>
      {factors.length === 0 && none !== undefined && <p class="small quiet">{t(none)}</p>}
    </div>
  );
}
