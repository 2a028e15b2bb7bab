import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report, StepPotential } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { surenessText } from '../diagnosis/sureness.ts';
import { Provenance } from '../performance/provenance.tsx';
import './potential.css';
import { likelyLevel, stepBasis } from './step-basis.ts';

/** What a step is held against and rests on; behind *Why?* its likely true level, and how sure that is. */
export function StepDetail({
  step,
  report,
  session,
  isWhy,
}: {
  step: StepPotential;
  report: Report;
  session: Session;
  /** Whether it stands under *Why?* already. */
  isWhy: boolean;
}): JSX.Element {
  const { t } = useI18n();
  const asked = useSignal(false);
  return (
    <p class="step-detail">
      {stepBasis(step, report).map((text, place) => (
        <span key={`${place}`}>
          <RichMessage text={text} />{' '}
        </span>
      ))}
      {(isWhy || asked.value) && <Sureness step={step} report={report} session={session} />}
      {!isWhy && (
        <Button
          look="link"
          aria-label={t('potential_why_label', { step: stepName(step) })}
          aria-expanded={asked.value}
          onClick={() => {
            asked.value = !asked.value;
          }}
        >
          {t('verdict_why')}
        </Button>
      )}
    </p>
  );
}

/** The likely true level, how sure the rest is, and definition, counts and source one tap away. */
function Sureness({
  step,
  report,
  session,
}: {
  step: StepPotential;
  report: Report;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const comparison = report.comparisons.find((known) => known.metric === step.metric);
  const name = { kind: 'message', message: metric(step.metric).name } as const;
  const share = (probability: number | undefined) => {
    const text = surenessText(probability, words);
    return text === undefined ? undefined : ({ kind: 'text', text } as const);
  };
  const sure = share(step.sureness);
  const top = share(step.topChance);
  return (
    <>
      <span>
        <RichMessage text={likelyLevel(step, report)} />{' '}
      </span>
      {sure !== undefined && top !== undefined && (
        <span>{words.t('potential_sure', { sure, top })} </span>
      )}
      {comparison !== undefined && (
        <Tooltip label={words.t('performance_what_is', { metric: name })}>
          <Provenance
            comparison={comparison}
            session={session}
            style={{ currency: report.currency, locale: words.locale }}
          />
          <p class="quiet">{words.t('potential_how')}</p>
        </Tooltip>
      )}{' '}
    </>
  );
}
