import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { StepId } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { useI18n } from '../design/i18n.ts';
import { type StepScale, typed, untyped } from './step-scale.ts';

/**
 * A field for a step's figure, with its unit. Holds what is being typed as it is, so that a half
 * written number is never put right under the hand. Empty answers undefined.
 */
export function StepNumber({
  id,
  label,
  value,
  scale,
  currency,
  hint,
  onFigure,
}: {
  id: StepId;
  label: string;
  value: number | undefined;
  scale: StepScale;
  currency: CurrencyCode | undefined;
  /** Shown while the field is empty. */
  hint?: number | undefined;
  onFigure: (value: number | undefined) => void;
}): JSX.Element {
  const { t } = useI18n();
  const writing = useSignal<string | undefined>(undefined);
  const unit = metric(id).unit;
  return (
    <span class="step-number">
      <input
        type="number"
        inputMode="decimal"
        min={0}
        step={scale.stride}
        aria-label={label}
        placeholder={hint === undefined ? '' : typed(hint, scale)}
        value={writing.value ?? (value === undefined ? '' : typed(value, scale))}
        onInput={(event) => {
          writing.value = event.currentTarget.value;
          onFigure(untyped(event.currentTarget.value, scale.factor));
        }}
        onBlur={() => {
          writing.value = undefined;
        }}
      />
      <span class="step-unit">
        {unit === 'rate' ? t('potential_percent') : unit === 'money' ? currency : undefined}
      </span>
    </span>
  );
}
