import type { JSX } from 'preact';
import type { Comparison, Report } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { JourneyStage } from '../../metrics/metric.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { BestTimes } from '../course/best-times.tsx';
import { MixCard } from '../course/mix-card.tsx';
import { PinScores } from '../course/pin-scorecards.tsx';
import { useI18n } from '../design/i18n.ts';
import { Section } from '../design/section.tsx';
import { StripKey } from '../design/strip.tsx';
import { FeedLackLine } from '../versus/feed-note.tsx';
import { Audience } from './audience.tsx';
import { MetricGroup } from './metric-group.tsx';
import './performance.css';
import { ProductsTable } from './products-table.tsx';
import { SourcesTable } from './sources-table.tsx';
import { Totals } from './totals.tsx';

const groups: readonly { title: MessageKey; stages: readonly JourneyStage[] }[] = [
  { title: 'panel_group_entry_stay', stages: ['entry', 'stay'] },
  {
    title: 'panel_group_interaction_conversion',
    stages: ['interaction', 'conversion', 'transaction'],
  },
];

/** Section 3: every metric against benchmark and own band, then how the LIVE went. */
export function Performance({
  report,
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <Section id="data" title={t('performance_title')} aside={<StripKey />}>
      <div class="performance">
        <FeedLackLine />
        <div class="performance-groups">
          {groups.map(({ title, stages }) => (
            <MetricGroup
              key={title}
              title={t(title)}
              rows={rowsOf(report, stages)}
              report={report}
              session={session}
            />
          ))}
        </div>
        <Totals report={report} session={session} />
        <div class="performance-charts">
          <BestTimes report={report} zone={session.room.zone} />
          <MixCard currency={report.currency} />
        </div>
        <PinScores report={report} session={session} />
        <ProductsTable session={session} />
        <div class="performance-charts performance-tables">
          <SourcesTable session={session} />
          <Audience session={session} />
        </div>
      </div>
    </Section>
  );
}

function rowsOf(report: Report, stages: readonly JourneyStage[]): readonly Comparison[] {
  return report.comparisons.filter((row) => {
    const { comparable, stage } = metric(row.metric);
    return comparable && stages.includes(stage);
  });
}
