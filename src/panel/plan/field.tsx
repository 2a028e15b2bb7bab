import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Result } from '../../metrics/fault.ts';

/**
 * Words that are edited where they stand: kept on leaving the field or the panel and, in a single
 * line, by Enter; Escape takes back what was typed. What couldn't be kept stays in the field.
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
  onKeep: (value: string) => Promise<Result<unknown>>;
}): JSX.Element {
  const typed = useSignal<string | undefined>(undefined);
  /** What is on its way to the archive; it shows as kept already. */
  const sent = useRef<string | undefined>(undefined);
  const keep = async (): Promise<void> => {
    const { value: draft } = typed;
    const words = draft?.trim();
    if (words === undefined || words === sent.current) return;
    if (words !== value && !(single && words === '')) {
      sent.current = words;
      const reply = await onKeep(words);
      sent.current = undefined;
      if (!reply.ok) return;
    }
    // What was typed meanwhile is kept when the field is left again.
    if (typed.value === draft) typed.value = undefined;
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const leave = (): void => void latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
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
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (single || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void keep();
        } else if (event.key === 'Escape' && typed.value !== undefined) {
          event.stopPropagation();
          typed.value = undefined;
        }
      }}
    />
  );
}
