import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Finding, Report, StepPotential } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { PinButton } from '../board/pin-button.tsx';
import { factorToPin } from '../board/pinnable.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { RichMessage } from '../design/rich-message.tsx';
import { AddFinding } from '../plan/add-to-plan.tsx';
import { isBelow } from '../potential/imagined.ts';
import { stepCarriedBy } from '../potential/step-basis.ts';
import { StepDetail } from '../potential/step-detail.tsx';
import { useApp } from '../state/app.ts';
import { BenchmarkClips } from './benchmark-clips.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { FactorClips } from './factor-clips.tsx';
import './factor-detail.css';

const measuredClips = () =>
  import('../measured/measured-clips.tsx').then(({ MeasuredClips }) => MeasuredClips);
const measuredNote = () => import('./measured-note.tsx').then(({ MeasuredNote }) => MeasuredNote);
const whatIfWindow = () => import('../potential/what-if.tsx').then(({ WhatIf }) => WhatIf);

/** A factor unfolded: what was seen, the figures behind it, what to do, and the clips that show it. */
export function FactorDetail({
  finding,
  report,
  session,
  said,
  isFirst = false,
}: {
  finding: Finding;
  report: Report;
  session: Session;
  /** What the row above says already. */
  said?: Text | undefined;
  /** Whether it stands under the card that shows the clips and puts it into the plan. */
  isFirst?: boolean;
}): JSX.Element {
  const { t } = useI18n();
  const { recordings } = useApp();
  const measures = recordings.value?.own;
  const step = stepCarriedBy(finding, report.potential);
  return (
    <div class="factor-open">
      <div class="factor-parts">
        <div class="factor-facts">
          {finding.seen !== undefined && (
            <p>
              <RichMessage text={finding.seen} />
            </p>
          )}
          {finding.needs !== undefined && (finding.needs !== said || isBare(finding)) && (
            <p>
              <RichMessage text={finding.needs} />
            </p>
          )}
          {finding.evidence.length > 0 && <EvidenceTable {...finding} basis={report.basis} />}
          {finding.isMeasured === true && (
            <Loaded load={measuredNote} props={{ finding, session }} />
          )}
          {step !== undefined && (
            <StepDetail step={step} report={report} session={session} isWhy={isFirst} />
          )}
        </div>
        <div class="factor-deeds">
          {finding.advice !== undefined && (
            <p>
              <b>{t('panel_try')}</b> <RichMessage text={finding.advice} />
            </p>
          )}
          {!isFirst && (
            <>
              {finding.isMeasured === true && measures !== undefined ? (
                <Loaded load={measuredClips} props={{ finding, session, measures }} />
              ) : (
                <FactorClips finding={finding} session={session} />
              )}
              <BenchmarkClips finding={finding} />
            </>
          )}
          <div class="factor-buttons">
            <PinButton pinnable={factorToPin(finding, report, session)} />
            {!isFirst && <AddFinding finding={finding} report={report} />}
            {step !== undefined && isBelow(step) && <WhatIfButton step={step} report={report} />}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Whether nothing but what it needs is known of a factor: an empty box would say less than a row that is repeated. */
const isBare = ({ seen, evidence, advice }: Finding): boolean =>
  seen === undefined && evidence.length === 0 && advice === undefined;

/** Opens what the GMV per hour would be with the step at its target. */
function WhatIfButton({ step, report }: { step: StepPotential; report: Report }): JSX.Element {
  const { t } = useI18n();
  const open = useSignal(false);
  return (
    <>
      <Button
        look="link"
        aria-haspopup="dialog"
        aria-label={t('potential_if_open_label', { step: stepName(step) })}
        onClick={() => {
          open.value = true;
        }}
      >
        {t('potential_if_open')}
      </Button>
      {open.value && (
        <Loaded
          load={whatIfWindow}
          props={{
            step,
            report,
            onClose: () => {
              open.value = false;
            },
          }}
        />
      )}
    </>
  );
}
