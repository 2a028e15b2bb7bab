import type { JSX } from 'preact';
import type { Report, StepId, StepTarget, VerdictStep } from '../../diagnosis/report.ts';
import { stepName, stepTerm, stepWords } from '../../diagnosis/text/step-words.ts';
import { targetName } from '../../diagnosis/text/target-name.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { versusOf } from '../../diagnosis/text/versus-of.ts';
import type { Text, TextValue } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { formatAmount, formatFigure, orDash } from '../figures.ts';
import { barColour } from './bar-colour.ts';
import { filledShare, TARGET_AT } from './bar-scale.ts';
import { stepEnd } from './step-end.ts';
import './steps.css';

/** The five steps from being shown to the order, each against its target, with what reaching that could bring. */
export function StepList({
  report,
  first,
  whyNotLongest,
}: {
  report: Report;
  /** The step that stands out: what the advice on this screen is about. */
  first?: StepId | undefined;
  whyNotLongest?: Text | undefined;
}): JSX.Element {
  const { t, write } = useI18n();
  const { steps } = report.verdict;
  const target = targetOfMost(steps);
  const isAttainable = report.potential?.choice === 'attainable';
  const isOne = steps.every((step) => isSame(step.target ?? target, target));
  const heading =
    target === undefined
      ? t('verdict_steps_alone')
      : // What can be reached is their good LIVEs, but for a step that TikTok's line limits.
        isAttainable && !isOne
        ? t('verdict_steps_reach')
        : t('verdict_steps', { target: nameOf(target) });
  return (
    <section class="steps" aria-labelledby="steps-title">
      <div class="steps-head">
        <h3 id="steps-title">
          {target !== undefined && <i class="steps-mark" aria-hidden="true" />}
          {heading}
        </h3>
        {steps.some(({ money }) => money !== undefined) && (
          <span aria-hidden="true">{t('verdict_steps_could')}</span>
        )}
      </div>
      <ol>
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            report={report}
            isFirst={step.id === first}
            names={!isAttainable && step.target !== undefined && !isSame(step.target, target)}
          />
        ))}
      </ol>
      {steps.some(({ state, money }) => state === 'unsure' && money !== undefined) && (
        <p class="steps-key">{t('verdict_maybe_key')}</p>
      )}
      {whyNotLongest !== undefined && <p class="steps-why">{write(whyNotLongest)}</p>}
    </section>
  );
}

function Step({
  step,
  report,
  isFirst,
  names,
}: {
  step: VerdictStep;
  report: Report;
  isFirst: boolean;
  /** Whether the step has another target than the others and says which. */
  names: boolean;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { id, metric: shown, yours, target, state } = step;
  const colour = barColour(step);
  const figure = (value: number) =>
    formatFigure(shown, value, { currency: report.currency, locale });
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  const said = orDash(yours, figure);
  return (
    <li
      class={isFirst ? `step step-first side-${colour}` : `step side-${colour}`}
      data-step={id}
      data-state={state}
    >
      <span class="step-name">
        <b>{t(stepWords[id].word)}</b>
        <small>{t(stepTerm(step))}</small>
      </span>
      <span class="step-yours">
        <bdi>{said}</bdi>
        {/* An arrow to a target that is reached would read as the way down. */}
        {target !== undefined && !(yours !== undefined && yours >= target.value) && (
          <small class="step-goal">
            {' '}
            <i class="turns">→</i> <bdi>{figure(target.value)}</bdi>
          </small>
        )}
      </span>
      <span
        class="step-bar"
        role="img"
        aria-label={
          target === undefined
            ? t('verdict_step_untold', { step: stepName(step), yours: text(said) })
            : t('verdict_step_said', {
                step: stepName(step),
                yours: text(said),
                target: text(figure(target.value)),
              })
        }
        title={target === undefined ? undefined : figure(target.value)}
      >
        {yours !== undefined && target !== undefined && target.value > 0 && (
          <i class="step-fill" style={{ '--share': filledShare(yours, target.value).toFixed(3) }} />
        )}
        {target !== undefined && <i class="step-target" style={{ '--at': TARGET_AT }} />}
      </span>
      <End step={step} report={report} />
      {names && target !== undefined && (
        <small class="step-own-target">{t('verdict_target', { target: nameOf(target) })}</small>
      )}
    </li>
  );
}

/** What reaching its target could bring an hour; where nothing, how it stands. */
function End({ step, report }: { step: VerdictStep; report: Report }): JSX.Element {
  const { t, locale } = useI18n();
  const { money, state } = step;
  if (money === undefined) {
    return <span class="step-end step-well">{t(stepEnd(step))}</span>;
  }
  const style = { currency: report.currency, locale, detail: 'estimate' } as const;
  const amount = { kind: 'text', text: formatAmount(money.value, style) } as const;
  return (
    <span class="step-end">
      {t(state === 'unsure' ? 'verdict_step_maybe' : 'verdict_step_could', { money: amount })}
    </span>
  );
}

/** The target that most of the steps have, which is named once above them. */
function targetOfMost(steps: readonly VerdictStep[]): StepTarget | undefined {
  const targets = steps.flatMap(({ target }) => target ?? []);
  const count = (one: StepTarget): number => targets.filter((other) => isSame(one, other)).length;
  return targets.toSorted((a, b) => count(b) - count(a))[0];
}

/** Another's figure by whose it is; what is made of the own LIVEs by how. */
function nameOf(target: StepTarget): TextValue {
  return target.kind === 'benchmark' && target.basis !== undefined
    ? versusName(versusOf(target.basis))
    : targetName(target);
}

function isSame(one: StepTarget | undefined, other: StepTarget | undefined): boolean {
  return one?.kind === other?.kind && one?.basis === other?.basis;
}
