import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Scenario, whatIf } from '../../diagnosis/decomposition/what-if.ts';
import { type Report, type StepPotential, stepIds } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatAmount, formatFigure } from '../figures.ts';
import {
  asItWas,
  figureIn,
  leversAtTarget,
  solvable,
  stillSolvable,
  withFactor,
  withStep,
} from './imagined.ts';
import './potential.css';
import { StepNumber } from './step-number.tsx';
import { scaleOf, untyped } from './step-scale.ts';

/** GMV per hour if steps stood elsewhere: each can be moved, and findings taken as solved; the joint effect. */
export function WhatIf({ report }: { report: Report }): JSX.Element | null {
  const { t, write } = useI18n();
  const imagined = useSignal<Scenario>(asItWas);
  const { potential } = report;
  if (potential === undefined) return null;
  const levers = leversAtTarget(report);
  const findings = solvable(report);
  const current = stillSolvable(imagined.value, findings);
  const steps = stepIds.flatMap((id) => potential.steps.filter((step) => step.id === id));
  return (
    <section class="card what-if" aria-labelledby="what-if-title">
      <div class="row what-if-head">
        <h3 id="what-if-title">{t('potential_if_title')}</h3>
        <Tooltip label={t('potential_if_how')}>
          <p>{t('potential_if_what')}</p>
          <p class="quiet">{t('potential_if_formula')}</p>
        </Tooltip>
        <span class="what-if-acts">
          {levers !== undefined && (
            <Button
              look="link"
              onClick={() => {
                imagined.value = levers;
              }}
            >
              {t('potential_if_levers')}
            </Button>
          )}
          <Button
            look="link"
            disabled={imagined.value === asItWas}
            onClick={() => {
              imagined.value = asItWas;
            }}
          >
            {t('potential_if_reset')}
          </Button>
        </span>
      </div>
      <Outcome report={report} imagined={current} />
      <ul class="what-if-steps">
        {steps.map((step) => (
          <StepSlider
            key={step.id}
            step={step}
            report={report}
            value={figureIn(current, step, report)}
            onFigure={(value) => {
              imagined.value = withStep(imagined.value, step.id, value);
            }}
          />
        ))}
      </ul>
      {findings.length > 0 && (
        <fieldset class="what-if-solved">
          <legend class="small quiet">{t('potential_if_solved')}</legend>
          {findings.map((finding) => (
            <label key={finding.factor} class="small">
              <input
                type="checkbox"
                checked={current.accepted?.includes(finding.factor) === true}
                onChange={(event) => {
                  const { checked } = event.currentTarget;
                  imagined.value = withFactor(imagined.value, finding, checked);
                }}
              />
              {write(finding.title)}
            </label>
          ))}
        </fieldset>
      )}
      <p class="small quiet">{t('potential_if_note')}</p>
    </section>
  );
}

/** The GMV per hour that comes out, with its interval, and what that is more or less than today. */
function Outcome({ report, imagined }: { report: Report; imagined: Scenario }): JSX.Element {
  const { t, locale } = useI18n();
  const result = whatIf(report, imagined);
  const today = report.potential?.yours.value;
  const style = { currency: report.currency, locale, detail: 'estimate' } as const;
  const money = (value: number) => ({ kind: 'text', text: formatAmount(value, style) }) as const;
  const end = (value: number) => {
    const text = formatAmount(value, { ...style, detail: 'bound' });
    return { kind: 'text', text } as const;
  };
  if (result === undefined || today === undefined) {
    return <output class="what-if-result">{t('potential_if_unknown')}</output>;
  }
  const { value, low = value, high = value } = result;
  const more = value - today;
  const changed = Math.abs(more) > today * 0.0005;
  return (
    <output class="what-if-result">
      <b class="what-if-figure">{t('potential_if_result', { money: money(value) })}</b>
      <span class="small quiet">
        {t('potential_if_interval', { low: end(low), high: end(high) })}
      </span>
      <span class="small">
        {changed
          ? t(more > 0 ? 'potential_if_more' : 'potential_if_less', {
              money: money(Math.abs(more)),
            })
          : t('potential_if_same')}
      </span>
    </output>
  );
}

function StepSlider({
  step,
  report,
  value,
  onFigure,
}: {
  step: StepPotential;
  report: Report;
  value: number;
  onFigure: (value: number | undefined) => void;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { id, target } = step;
  const scale = scaleOf(step);
  const style = { currency: report.currency, locale };
  const name = t(metric(step.metric).name);
  return (
    <li class="what-if-step">
      <span class="what-if-name">
        {name}
        {target !== undefined && (
          <small>
            {t('potential_if_target', {
              value: { kind: 'text', text: formatFigure(id, target.value, style) },
            })}
          </small>
        )}
      </span>
      <input
        type="range"
        min={0}
        max={scale.max}
        step={scale.stride}
        aria-label={name}
        aria-valuetext={formatFigure(id, value, style)}
        value={value * scale.factor}
        onInput={(event) => onFigure(untyped(event.currentTarget.value, scale.factor))}
      />
      <StepNumber
        id={id}
        label={t('potential_if_field', { step: { kind: 'text', text: name } })}
        value={value}
        scale={scale}
        currency={report.currency}
        onFigure={onFigure}
      />
    </li>
  );
}
