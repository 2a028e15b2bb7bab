import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Finding, Report } from '../../diagnosis/report.ts';
import type { Group } from '../../metrics/metric.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import type { Axis } from '../design/interval-bar.tsx';
import { useUnfolding } from '../state/reveal.ts';
import { FactorRow } from './factor-row.tsx';

/** Factors that a group shows before all are asked for. */
const SHOWN = 3;

const names = {
  'entry-stay': 'panel_group_entry_stay',
  'interaction-conversion': 'panel_group_interaction_conversion',
} as const;

/** One group of factors: the three that matter most, or all of them with the reasons. */
export function FactorGroup({
  group,
  report,
  session,
  axis,
  all,
}: {
  group: Group;
  report: Report;
  session: Session;
  axis: Axis;
  all: boolean;
}): JSX.Element | null {
  const { t } = useI18n();
  const own = report.findings.filter((finding) => finding.group === group);
  const shown = all ? own : leading(own);
  const toggled = useSignal<Readonly<Record<string, boolean>>>({});
  useUnfolding((wanted) => {
    if (wanted.kind !== 'factor' || !own.some(({ factor }) => factor === wanted.id)) return;
    toggled.value = { ...toggled.peek(), [wanted.id]: true };
  });
  if (own.length === 0) return null;
  return (
    <div class="group">
      <div class="group-head">
        <h3>{t(names[group])}</h3>
        {shown.some(({ money, state }) => state === 'gap' && money !== undefined) && (
          <span>{t('panel_gap_per_hour')}</span>
        )}
      </div>
      <ul>
        {shown.map((finding) => {
          const open = toggled.value[finding.factor] ?? false;
          return (
            <FactorRow
              key={finding.factor}
              finding={finding}
              report={report}
              session={session}
              axis={axis}
              open={open}
              onToggle={() => {
                toggled.value = { ...toggled.value, [finding.factor]: !open };
              }}
            />
          );
        })}
      </ul>
      {shown.length === 0 && (
        <p class="small quiet">
          {t(own.some(({ state }) => state === 'fine') ? 'panel_group_fine' : 'panel_group_untold')}
        </p>
      )}
    </div>
  );
}

/** Improvable factors first; those that only lack data fill up what is left of the three. */
function leading(findings: readonly Finding[]): readonly Finding[] {
  const gaps = findings.filter(({ state }) => state === 'gap');
  const scarce = findings.filter(({ state }) => state === 'not-enough-data');
  return [...gaps, ...scarce].slice(0, SHOWN);
}
