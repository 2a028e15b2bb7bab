import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Scenario, whatIf } from '../../diagnosis/decomposition/what-if.ts';
import { type Report, type StepPotential, stepIds } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Tooltip } from '../design/tooltip.tsx';
import { formatAmount, formatFigure } from '../figures.ts';
import {
  asItWas,
  atTarget,
  figureIn,
  isBelow,
  leversAtTarget,
  solvable,
  stillSolvable,
  withFactor,
  withStep,
} from './imagined.ts';
import { StepSlider } from './step-slider.tsx';
import './what-if.css';

/**
 * GMV per hour if steps stood elsewhere: a window that opens with one step at its target. Each step below
 * its target can be moved, and findings taken as solved; what is told is the joint effect.
 */
export function WhatIf({
  step,
  report,
  onClose,
}: {
  step: StepPotential;
  report: Report;
  onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const imagined = useSignal<Scenario>(atTarget(step));
  const levers = leversAtTarget(report);
  const findings = solvable(report);
  const current = stillSolvable(imagined.value, findings);
  const known = report.potential?.steps ?? [];
  const steps = stepIds.flatMap((id) => known.filter((one) => one.id === id));
  const open = steps.filter((one) => one.target === undefined || isBelow(one));
  return (
    <Dialog title={t('potential_if_title')} onClose={onClose}>
      <div class="what-if">
        <Outcome report={report} imagined={current} />
        <ul class="what-if-steps">
          {open.map((one) => (
            <StepSlider
              key={one.id}
              step={one}
              report={report}
              value={figureIn(current, one, report)}
              onFigure={(value) => {
                imagined.value = withStep(imagined.value, one.id, value);
              }}
            />
          ))}
        </ul>
        <Reached steps={steps.filter((one) => !open.includes(one))} report={report} />
        {findings.length > 0 && (
          <Solved
            report={report}
            imagined={current}
            onChange={(next) => {
              imagined.value = next;
            }}
          />
        )}
        <div class="what-if-foot">
          <span class="what-if-note">
            <span class="small quiet">{t('potential_if_note')}</span>
            <Tooltip label={t('potential_if_how')}>
              <p>{t('potential_if_what')}</p>
              <p class="quiet">{t('potential_if_formula')}</p>
            </Tooltip>
          </span>
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
      </div>
    </Dialog>
  );
}

/** The GMV per hour that comes out, and what that is more or less than this LIVE's, with its interval. */
function Outcome({ report, imagined }: { report: Report; imagined: Scenario }): JSX.Element {
  const { t, locale } = useI18n();
  const result = whatIf(report, imagined);
  if (result === undefined) {
    return <output class="what-if-result">{t('potential_if_unknown')}</output>;
  }
  const style = { currency: report.currency, locale };
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  const money = (value: number) => text(formatAmount(value, { ...style, detail: 'estimate' }));
  const end = (value: number) => text(formatAmount(value, { ...style, detail: 'bound' }));
  const { value, gain } = result;
  const { low, high } = gain;
  return (
    <output class="what-if-result">
      <b class="what-if-figure">
        {t('factor_shared_perHour', {
          value:
            gain.value === 0
              ? text(formatFigure(report.verdict.metric, value, style))
              : money(value),
        })}
      </b>
      <span>
        {gain.value === 0
          ? t('potential_if_same')
          : low === undefined || high === undefined
            ? t(gain.value > 0 ? 'potential_if_more' : 'potential_if_less', {
                money: money(Math.abs(gain.value)),
              })
            : t('potential_if_more_between', {
                money: money(gain.value),
                low: end(low),
                high: end(high),
              })}
      </span>
    </output>
  );
}

/** The steps that are at their targets already, which there is nothing to try on. */
function Reached({
  steps,
  report,
}: {
  steps: readonly StepPotential[];
  report: Report;
}): JSX.Element | null {
  const { t, write, locale } = useI18n();
  if (steps.length === 0) return null;
  const said = steps.map(({ id, metric, yours }) => {
    const value = formatFigure(metric, yours, { currency: report.currency, locale });
    const name = stepName({ id, metric });
    return write({
      key: 'potential_if_step',
      values: { step: name, value: { kind: 'text', text: value } },
    });
  });
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(said);
  return (
    <p class="small quiet">{t('potential_if_reached', { steps: { kind: 'text', text: list } })}</p>
  );
}

/** Findings to take as solved, each of which puts its step at the target. */
function Solved({
  report,
  imagined,
  onChange,
}: {
  report: Report;
  imagined: Scenario;
  onChange: (next: Scenario) => void;
}): JSX.Element {
  const { t, write } = useI18n();
  return (
    <Disclosure summary={t('potential_if_solved')} class="what-if-solved">
      {solvable(report).map((finding) => (
        <label key={finding.factor} class="small">
          <input
            type="checkbox"
            checked={imagined.accepted?.includes(finding.factor) === true}
            onChange={(event) =>
              onChange(withFactor(imagined, finding, event.currentTarget.checked))
            }
          />
          {write(finding.title)}
        </label>
      ))}
    </Disclosure>
  );
}
