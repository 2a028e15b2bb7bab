import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { StateChips } from '../basic/state-chips.tsx';
import type { Below } from '../below.ts';
import { PaceCard } from '../course/pace-card.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Section } from '../design/section.tsx';
import { goTo } from '../shell/section-nav.tsx';
import { useApp } from '../state/app.ts';
import { FirstScreen } from '../verdict/first-screen.tsx';
import { OwnTargets } from '../versus/own-targets.tsx';
import './diagnosis.css';

/** The first section: the verdict, and every factor behind it. */
export function DiagnosisSummary({
  report,
  session,
  below,
}: {
  report: Report;
  session: Session;
  /** What makes the parts below the first screen; undefined until it is their turn. */
  below: Below | undefined;
}): JSX.Element {
  const { t } = useI18n();
  const { pace } = useApp();
  return (
    <Section
      id="diagnosis"
      title={t('panel_summary')}
      isTitleSeen={false}
      // Of a LIVE that is over they stand beside how it went.
      aside={session.room.status === 'live' ? <StateChips session={session} /> : undefined}
    >
      <OwnTargets report={report} />
      {pace.value !== undefined && (
        <PaceCard
          pace={pace.value}
          currency={report.currency}
          viewers={numberOf(session.figures, 'currentViewers')}
          gmv={numberOf(session.figures, 'gmv')}
          first={report.verdict.first}
        />
      )}
      <FirstScreen report={report} session={session}>
        {below !== undefined && <below.TimelineCard report={report} session={session} />}
      </FirstScreen>
      {below !== undefined && (
        <>
          <below.ReferenceNotes />
          <div class="summary-links">
            <Button look="link" onClick={() => goTo('data')}>
              {t('panel_view_data')}
            </Button>
            <Button look="link" onClick={() => goTo('benchmarks')}>
              {t('panel_view_benchmarks')}
            </Button>
          </div>
          <below.FactorList report={report} session={session} />
        </>
      )}
    </Section>
  );
}
