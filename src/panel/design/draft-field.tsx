import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import './draft-field.css';
import { type Draft, type KeepText, useDraft } from '../editing/use-draft.ts';
import { useI18n } from './i18n.ts';
import { ownDirection } from './own-direction.ts';

/**
 * Words of the seller's own, written where they stand: kept on leaving the field or the panel, by
 * Ctrl+Enter (a single line by Enter) and, where a `pause` is given, at a pause; Escape takes back what
 * was written since the field was entered. What couldn't be kept stays in the field, and where another
 * window wrote meanwhile, the seller chooses.
 */
export function DraftField({
  label,
  value,
  onKeep,
  most,
  single = false,
  pause,
  placeholder,
  said,
  class: name = '',
}: {
  label: string;
  value: string;
  onKeep: KeepText;
  /** Most characters it takes. */
  most: number;
  /** A single line can't be left empty. */
  single?: boolean;
  /** How long after the last key it is kept of its own accord, in milliseconds. */
  pause?: number;
  placeholder?: string;
  /** What a screen reader says once it is kept. */
  said?: string;
  class?: string;
}): JSX.Element {
  const { t, write } = useI18n();
  const draft = useDraft(value, onKeep, { most, single, pause });
  const field = useRef<HTMLTextAreaElement>(null);
  const fault = draft.fault.value;
  return (
    <>
      <textarea
        ref={field}
        class={`draft-field ${name}`}
        rows={1}
        aria-label={label}
        maxLength={most}
        placeholder={placeholder}
        dir={ownDirection(draft.text)}
        value={draft.text}
        onFocus={draft.enter}
        onInput={({ currentTarget: { value: words } }) =>
          draft.write(single ? words.replaceAll('\n', ' ') : words)
        }
        onBlur={() => void draft.keep()}
        onKeyDown={(event) => {
          // Enter and Escape then belong to the input method.
          if (event.isComposing) return;
          if (event.key === 'Enter' && (single || event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void draft.keep();
          } else if (event.key === 'Escape' && draft.takeBack()) {
            event.stopPropagation();
          }
        }}
      />
      {said !== undefined && (
        <span class="visually-hidden" role="status">
          {draft.saved.value && said}
        </span>
      )}
      {draft.other !== undefined && (
        <Other draft={draft} other={draft.other} onChosen={() => field.current?.focus()} />
      )}
      {fault !== undefined && (
        <p class="draft-fault small" role="alert">
          {write(fault.text)}
          {fault.retryable && (
            <Button look="link" onClick={() => void draft.keep()}>
              {t('panel_retry')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** What another window wrote meanwhile, and the choice between the two. */
function Other({
  draft,
  other,
  onChosen,
}: {
  draft: Draft;
  other: string;
  onChosen: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const choose = (text: string) => (): void => {
    draft.settle(text);
    onChosen();
  };
  return (
    <div class="draft-other small" role="alert">
      <p>{t(other === '' ? 'draft_other_empty' : 'draft_other')}</p>
      {other !== '' && <blockquote dir="auto">{other}</blockquote>}
      <p class="draft-choices">
        <Button onClick={choose(draft.text)}>{t('draft_keep_mine')}</Button>
        <Button onClick={choose(other)}>{t('draft_keep_other')}</Button>
        {draft.both !== undefined && (
          <Button onClick={choose(draft.both)}>{t('draft_keep_both')}</Button>
        )}
      </p>
    </div>
  );
}
