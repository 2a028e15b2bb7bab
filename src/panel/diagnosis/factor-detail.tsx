import type { JSX } from 'preact';
import type { Evidence, Finding, Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { PinButton } from '../board/pin-button.tsx';
import { factorToPin } from '../board/pinnable.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { AddFinding } from '../plan/add-to-plan.tsx';
import { stepCarriedBy } from '../potential/step-basis.ts';
import { StepDetail } from '../potential/step-detail.tsx';
import { BenchmarkClips } from './benchmark-clips.tsx';
import { FactorClips } from './factor-clips.tsx';
import './evidence.css';

/** A factor unfolded: what was seen, the figures behind it, what to do, and the clips that show it. */
export function FactorDetail({
  finding,
  report,
  session,
  isFirst = false,
}: {
  finding: Finding;
  report: Report;
  session: Session;
  /** Whether it stands under the card that shows the clips and puts it into the plan. */
  isFirst?: boolean;
}): JSX.Element {
  const { t } = useI18n();
  const step = stepCarriedBy(finding, report.potential);
  return (
    <div class="factor-open">
      {finding.seen !== undefined && (
        <p>
          <RichMessage text={finding.seen} />
        </p>
      )}
      {finding.needs !== undefined && (
        <p>
          <RichMessage text={finding.needs} />
        </p>
      )}
      {finding.evidence.length > 0 && <EvidenceTable evidence={finding.evidence} />}
      {step !== undefined && <StepDetail step={step} report={report} session={session} />}
      {finding.advice !== undefined && (
        <p>
          <b>{t('panel_try')}</b> <RichMessage text={finding.advice} />
        </p>
      )}
      {!isFirst && (
        <>
          <FactorClips finding={finding} session={session} />
          <BenchmarkClips finding={finding} />
        </>
      )}
      <div class="row">
        <PinButton pinnable={factorToPin(finding, report, session)} />
        {!isFirst && <AddFinding finding={finding} report={report} />}
      </div>
    </div>
  );
}

function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }): JSX.Element {
  const { t, write } = useI18n();
  const benchmark = evidence.some((row) => row.benchmark !== undefined);
  const usual = evidence.some((row) => row.usual !== undefined);
  return (
    <table class="evidence">
      <thead>
        <tr>
          <th scope="col">{t('panel_evidence_figure')}</th>
          <th scope="col">{t('panel_key_yours')}</th>
          {usual && <th scope="col">{t('panel_evidence_usual')}</th>}
          {benchmark && <th scope="col">{t('panel_key_benchmark')}</th>}
        </tr>
      </thead>
      <tbody>
        {evidence.map((row, place) => (
          <tr key={`${place}`}>
            <td>{write(row.label)}</td>
            <td>{write(row.yours)}</td>
            {usual && <td>{row.usual === undefined ? '–' : write(row.usual)}</td>}
            {benchmark && <td>{row.benchmark === undefined ? '–' : write(row.benchmark)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
