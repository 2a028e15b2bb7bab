import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import './select.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly disabled?: boolean;
  /** Does something instead of being chosen: the choice of before stays. */
  readonly acts?: boolean;
}

/** A pill that offers choices: the browser's own select, so that keyboard and touch behave. */
export function Select({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <label class="select">
      <VisuallyHidden>{label}</VisuallyHidden>
      <select
        value={value}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (choices.some((choice) => choice.value === chosen && choice.acts)) {
            event.currentTarget.value = value;
          }
          onChoose(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
            {choice.name}
          </option>
        ))}
      </select>
      <Icon name="chevron" size={12} />
    </label>
  );
}
