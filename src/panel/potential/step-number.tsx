import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { StepId } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { useI18n } from '../design/i18n.ts';
import type { StepScale } from './step-scale.ts';
import { typed, untyped, written } from './typed-figure.ts';

/**
 * A field for a step's figure, with its unit. At rest it has separators; it holds what is being typed as it
 * is, so that a half written number is never put right under the hand. Empty answers undefined.
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
  const { t, locale } = useI18n();
  const writing = useSignal<string | undefined>(undefined);
  const unit = metric(id).unit;
  return (
    <span class="step-number">
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={label}
        placeholder={hint === undefined ? '' : written(hint, scale, locale)}
        value={writing.value ?? (value === undefined ? '' : written(value, scale, locale))}
        onFocus={({ currentTarget }) => {
          writing.value = value === undefined ? '' : typed(value, scale);
          // At once and selected: a later change of the text would lose what the hand has selected.
          currentTarget.value = writing.value;
          currentTarget.select();
        }}
        onInput={(event) => {
          writing.value = event.currentTarget.value;
          onFigure(untyped(event.currentTarget.value, scale.factor, locale));
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
