import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

/**
 * Words that are edited where they stand: kept on leaving the field and, in a single line, by Enter;
 * Escape takes back what was typed.
 */
export function Field({
  label,
  value,
  most,
  single = false,
  placeholder,
  class: name,
  onKeep,
}: {
  label: string;
  value: string;
  /** Most characters it takes. */
  most: number;
  /** A single line can't be left empty. */
  single?: boolean;
  placeholder?: string;
  class: string;
  onKeep: (value: string) => void;
}): JSX.Element {
  const typed = useSignal<string | undefined>(undefined);
  const keep = (): void => {
    const words = typed.value?.trim();
    typed.value = undefined;
    if (words === undefined || words === value || (single && words === '')) return;
    onKeep(words);
  };
  return (
    <textarea
      class={`plan-field ${name}`}
      rows={1}
      aria-label={label}
      maxLength={most}
      placeholder={placeholder}
      value={typed.value ?? value}
      onInput={(event) => {
        const { value: words } = event.currentTarget;
        typed.value = single ? words.replaceAll('\n', ' ') : words;
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (single || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          keep();
        } else if (event.key === 'Escape' && typed.value !== undefined) {
          event.stopPropagation();
          typed.value = undefined;
        }
      }}
    />
  );
}
