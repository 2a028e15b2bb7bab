import type { JSX } from 'preact';
import * as v from 'valibot';
import { type Report, type StepId, stepIds } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import { TargetKindSchema } from '../../platform/settings.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import './potential.css';
import { StepNumber } from './step-number.tsx';
import { scaleOf } from './step-scale.ts';

/** What the steps are held against; remembered for all LIVEs. */
export function TargetPicker(): JSX.Element {
  const { t } = useI18n();
  const { settings } = useApp();
  return (
    <div class="target-picker">
      <span class="small quiet" aria-hidden="true">
        {t('potential_target')}
      </span>
      <Select
        label={t('potential_target')}
        value={settings.settings.value.target}
        choices={[
          { value: 'attainable', name: t('potential_target_attainable') },
          { value: 'peer', name: t('potential_target_peer') },
          { value: 'own-best', name: t('potential_target_own_best') },
          { value: 'custom', name: t('potential_target_custom') },
        ]}
        onChoose={(value) => void settings.change({ target: v.parse(TargetKindSchema, value) })}
      />
    </div>
  );
}

/** The seller's own figure for each step, while that is what the steps are held against. */
export function OwnFigures({ report }: { report: Report }): JSX.Element | null {
  const { t } = useI18n();
  const { settings } = useApp();
  const { target, targetFigures } = settings.settings.value;
  const steps = report.potential?.steps;
  if (target !== 'custom' || steps === undefined) return null;
  const keep = (id: StepId, value: number | undefined): void => {
    const { [id]: _was, ...others } = targetFigures;
    const named = value !== undefined && value > 0;
    void settings.change({ targetFigures: named ? { ...others, [id]: value } : others });
  };
  return (
    <fieldset class="own-figures">
      <legend class="visually-hidden">{t('potential_target_custom')}</legend>
      {stepIds.map((id) => {
        const step = steps.find((known) => known.id === id);
        if (step === undefined) return null;
        const name = { kind: 'message', message: metric(step.metric).name } as const;
        return (
          <div key={id} class="own-figure">
            <span class="small">{t(name.message)}</span>
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
