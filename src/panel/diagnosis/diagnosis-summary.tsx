import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Finding, Report } from '../../diagnosis/report.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Group } from '../../metrics/metric.ts';
import type { Session } from '../../metrics/session.ts';
import { StateChips } from '../basic/state-chips.tsx';
import { PaceCard } from '../course/pace-card.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { axisOf } from '../design/interval-bar.tsx';
import { Section } from '../design/section.tsx';
import { TimelineChart } from '../performance/timeline.tsx';
import { Joint } from '../potential/joint.tsx';
import { WhatIf } from '../potential/what-if.tsx';
import { goTo } from '../shell/section-nav.tsx';
import { useApp } from '../state/app.ts';
import { useUnfolding } from '../state/reveal.ts';
import { FirstScreen } from '../verdict/first-screen.tsx';
import { OwnTargets } from '../versus/own-targets.tsx';
import { ReferenceNotes } from '../versus/reference-notes.tsx';
import './diagnosis.css';
import { FactorGroup } from './factor-group.tsx';

const groups: readonly Group[] = ['entry-stay', 'interaction-conversion'];

/** The first section: the verdict, the factors behind it in TikTok's two groups, and what if they changed. */
export function DiagnosisSummary({
  report,
  session,
  whole,
}: {
  report: Report;
  session: Session;
  /** Whether what lies below the first screen is made too. */
  whole: boolean;
}): JSX.Element {
  const { t } = useI18n();
  const { pace } = useApp();
  const all = useSignal(false);
  useUnfolding(({ kind }) => {
    if (kind === 'factor') all.value = true;
  });
  const axis = axisOf(report.findings.filter(isCostly).flatMap((finding) => finding.money ?? []));
  return (
    <Section id="diagnosis" title={t('panel_summary')} aside={<StateChips session={session} />}>
      <OwnTargets report={report} />
      {pace.value !== undefined && (
        <PaceCard
          pace={pace.value}
          currency={report.currency}
          viewers={numberOf(session.figures, 'currentViewers')}
        />
      )}
      <FirstScreen report={report} session={session}>
        {whole && <TimelineChart report={report} session={session} />}
      </FirstScreen>
      <ReferenceNotes />
      <div class="summary-links">
        <Button look="link" onClick={() => goTo('data')}>
          {t('panel_view_data')}
        </Button>
        <Button look="link" onClick={() => goTo('benchmarks')}>
          {t('panel_view_benchmarks')}
        </Button>
      </div>
      <div class="summary-factors">
        {inOrder(report.findings).map((group) => (
          <FactorGroup
            key={group}
            group={group}
            report={report}
            session={session}
            axis={axis}
            all={all.value}
          />
        ))}
      </div>
      <div class="summary-foot">
        <Button
          look="link"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value
            ? t('panel_factors_fewer')
            : t('panel_factors_all', {
                count: { kind: 'count', value: report.findings.length },
              })}
        </Button>
        <Joint report={report} />
      </div>
      <WhatIf report={report} />
    </Section>
  );
}

const isCostly = ({ state, money }: Finding): boolean => state === 'gap' && money !== undefined;

/** The group that holds the biggest lever comes first. */
function inOrder(findings: readonly Finding[]): readonly Group[] {
  const first = findings[0]?.group;
  return first === undefined ? groups : [first, ...groups.filter((group) => group !== first)];
}
