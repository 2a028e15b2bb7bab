import type { JSX } from 'preact';
import type { Evidence, Finding, Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { PinButton } from '../board/pin-button.tsx';
import { factorToPin } from '../board/pinnable.ts';
import { Said } from '../design/said.tsx';
import { useWords } from '../design/words.ts';
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
}: {
  finding: Finding;
  report: Report;
  session: Session;
}): JSX.Element {
  const { say } = useWords();
  const step = stepCarriedBy(finding, report.potential);
  return (
    <div class="factor-open">
      {finding.seen !== undefined && (
        <p>
          <Said text={finding.seen} />
        </p>
      )}
      {finding.needs !== undefined && (
        <p>
          <Said text={finding.needs} />
        </p>
      )}
      {finding.evidence.length > 0 && <EvidenceTable evidence={finding.evidence} />}
      {step !== undefined && <StepDetail step={step} report={report} session={session} />}
      {finding.advice !== undefined && (
        <p>
          <b>{say('panel_try')}</b> <Said text={finding.advice} />
        </p>
      )}
      <FactorClips finding={finding} session={session} />
      <BenchmarkClips finding={finding} />
      <div class="row">
        <PinButton pinnable={factorToPin(finding, report, session)} />
        <AddFinding finding={finding} report={report} />
      </div>
    </div>
  );
}

function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }): JSX.Element {
  const { say, write } = useWords();
  const benchmark = evidence.some((row) => row.benchmark !== undefined);
  const usual = evidence.some((row) => row.usual !== undefined);
  return (
    <table class="evidence">
      <thead>
        <tr>
          <th scope="col">{say('panel_evidence_figure')}</th>
          <th scope="col">{say('panel_key_yours')}</th>
          {usual && <th scope="col">{say('panel_evidence_usual')}</th>}
          {benchmark && <th scope="col">{say('panel_key_benchmark')}</th>}
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
