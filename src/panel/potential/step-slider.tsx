import type { JSX } from 'preact';
import type { Report, StepPotential } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { StepNumber } from './step-number.tsx';
import { scaleOf, slideShare, slidTo } from './step-scale.ts';
import './step-slider.css';
import { typed } from './typed-figure.ts';

/** One step to move: its slider with the target and what is usual marked on it, and its figure to type. */
export function StepSlider({
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
  const { t, write, locale } = useI18n();
  const { id, target } = step;
  const usual = report.comparisons.find((one) => one.metric === step.metric)?.usual;
  const scale = scaleOf(step, usual);
  const figure = (shown: number) =>
    ({
      kind: 'text',
      text: formatFigure(step.metric, shown, { currency: report.currency, locale }),
    }) as const;
  const name = write({ key: 'factor_shared_cell', values: { value: stepName(step) } });
  const at = (shown: number): string => slideShare(shown, scale).toFixed(4);
  return (
    <li class="what-if-step">
      <span class="what-if-name">{name}</span>
      <StepNumber
        id={id}
        label={t('potential_if_field', { step: { kind: 'text', text: name } })}
        value={value}
        scale={scale}
        currency={report.currency}
        onFigure={onFigure}
      />
      <span class="slide" style={{ '--at': at(value) }}>
        {usual !== undefined && (
          <i class="slide-usual" style={{ '--from': at(usual.p25), '--to': at(usual.p75) }} />
        )}
        {target !== undefined && <i class="slide-target" style={{ '--at': at(target.value) }} />}
        <input
          type="range"
          min={0}
          max={scale.max}
          step={scale.stride}
          aria-label={name}
          aria-valuetext={
            target === undefined
              ? figure(value).text
              : t('potential_if_at', { value: figure(value), target: figure(target.value) })
          }
          value={typed(value, scale)}
          onInput={(event) =>
            onFigure(slidTo(event.currentTarget.valueAsNumber, scale, target?.value))
          }
        />
      </span>
      <small class="what-if-marks">
        {target !== undefined && (
          <span>
            <i class="slide-target" />
            {t('potential_if_target', { value: figure(target.value) })}
          </span>
        )}
        {usual !== undefined && (
          <span>
            <i class="slide-usual" />
            {t('potential_if_usual', { low: figure(usual.p25), high: figure(usual.p75) })}
          </span>
        )}
      </small>
    </li>
  );
}
