import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { perHourIn } from '../../diagnosis/decomposition/funnel-kind.ts';
import type { Finding, Report } from '../../diagnosis/report.ts';
import type { Group } from '../../metrics/metric.ts';
import type { Session } from '../../metrics/session.ts';
import { PaceCard } from '../course/pace-card.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { axisOf } from '../design/interval-bar.tsx';
import { Section } from '../design/section.tsx';
import { StripKey } from '../design/strip.tsx';
import { Joint } from '../potential/joint.tsx';
import { Narrative } from '../potential/narrative.tsx';
import { OwnFigures, TargetPicker } from '../potential/target-picker.tsx';
import { WhatIf } from '../potential/what-if.tsx';
import { goTo } from '../shell/section-nav.tsx';
import { useApp } from '../state/app.ts';
import './diagnosis.css';
import { FactorGroup } from './factor-group.tsx';
import { HeadlineCard } from './headline-card.tsx';

const groups: readonly Group[] = ['entry-stay', 'interaction-conversion'];

/** Section 2: where the LIVE stands, the story in five sentences, the factors behind it and what if they changed. */
export function DiagnosisSummary({
  report,
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element {
  const { t } = useI18n();
  const { settings, pace } = useApp();
  const all = useSignal(false);
  const withMoney = report.findings.filter(isCostly);
  const axis = axisOf(withMoney.flatMap((finding) => finding.money ?? []));
  // The two figures that stand over everything else.
  const money = perHourIn(report.funnel);
  const headlines = [money, 'impressionsPerHour'] as const;
  const usual = report.comparisons.some(
    ({ metric, usual: band }) => metric === money && band !== undefined,
  );
  const bases = report.comparisons.flatMap(({ metric, benchmark }) =>
    benchmark !== undefined && headlines.some((id) => id === metric) ? [benchmark.basis] : [],
  );
  const standsIn =
    settings.settings.value.basis === 'market' && bases.length > 0 && !bases.includes('market');
  return (
    <Section id="diagnosis" title={t('panel_summary')} aside={<TargetPicker />}>
      <OwnFigures report={report} />
      {pace.value !== undefined && <PaceCard pace={pace.value} currency={report.currency} />}
      <div class="summary-grid">
        <div class="summary-lead">
          <div class="heads">
            {headlines.map((metric) => (
              <HeadlineCard key={metric} report={report} metric={metric} />
            ))}
          </div>
          <StripKey usual={usual} />
          {standsIn && <p class="quiet small">{t('panel_basis_stands_in')}</p>}
          <Narrative report={report} />
          <div class="summary-links">
            <Button look="link" onClick={() => goTo('data')}>
              {t('panel_view_data')}
            </Button>
            <Button look="link" onClick={() => goTo('benchmarks')}>
              {t('panel_view_benchmarks')}
            </Button>
          </div>
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
        </div>
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
