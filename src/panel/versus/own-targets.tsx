import type { JSX } from 'preact';
import { type Report, type StepId, stepIds } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { useI18n } from '../design/i18n.ts';
import { StepNumber } from '../potential/step-number.tsx';
import { scaleOf } from '../potential/step-scale.ts';
import { useApp } from '../state/app.ts';
import './versus.css';

/** The seller's own target for each step, while that is what the LIVE is compared with. */
export function OwnTargets({ report }: { report: Report }): JSX.Element | null {
  const { t } = useI18n();
  const { settings } = useApp();
  const { versus, targetFigures } = settings.settings.value;
  const steps = report.potential?.steps;
  if (versus !== 'targets' || steps === undefined) return null;
  const keep = (id: StepId, value: number | undefined): void => {
    const { [id]: _was, ...others } = targetFigures;
    const named = value !== undefined && value > 0;
    void settings.change({ targetFigures: named ? { ...others, [id]: value } : others });
  };
  return (
    <fieldset class="own-targets">
      <legend class="visually-hidden">{t('potential_target_custom')}</legend>
      {stepIds.map((id) => {
        const step = steps.find((known) => known.id === id);
        if (step === undefined) return null;
        const name = stepName(step);
        return (
          <div key={id} class="own-target">
            <span class="small">{t('factor_shared_cell', { value: name })}</span>
            <StepNumber
              id={id}
              label={t('potential_own_figure', { step: name })}
              value={targetFigures[id]}
              hint={step.target?.value}
              scale={scaleOf(step)}
              currency={report.currency}
              onFigure={(value) => keep(id, value)}
            />
          </div>
        );
      })}
      <p class="small quiet">{t('potential_own_figures_note')}</p>
    </fieldset>
  );
}
