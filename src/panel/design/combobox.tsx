import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX, TargetedInputEvent } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import './combobox.css';
import { nextPlace } from './next-place.ts';

/** A text field with a list of choices, as it stands. */
export interface Combobox {
  /** The list's; what else belongs to the field has one that begins with it. */
  readonly id: string;
  readonly isOpen: boolean;
  readonly typed: string;
  /** The place of the choice that is marked, −1 where none is. */
  readonly marked: number;
  readonly show: () => void;
  /** Closes the list and forgets what was typed. */
  readonly hide: () => void;
  /**
   * What field and options need while there are `count` choices. `enter` is called by Enter in the open list, to take
   * the choice that is marked or what was typed.
   */
  readonly parts: (count: number, enter: () => void) => ComboboxParts;
}

interface ComboboxParts {
  /** Attributes of the field. */
  readonly field: {
    readonly type: 'text';
    readonly role: 'combobox';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-activedescendant': string | undefined;
    readonly autocomplete: 'off';
    readonly spellcheck: false;
    readonly onInput: (event: TargetedInputEvent<HTMLInputElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly marked: number;
  readonly optionId: (place: number) => string;
}

/**
 * What a combobox does by the keyboard, as its pattern asks: arrows mark a choice, Home and End too while nothing is
 * typed, Enter takes one or opens the list, and Escape closes the list alone and not the window it stands in. Keys by
 * which an input method puts together what is typed are left to it.
 */
export function useCombobox({
  isFixed = false,
  onShow,
  onTyped,
}: {
  /** Whether the list is in sight as long as the field is, and its first choice marked. */
  isFixed?: boolean;
  onShow?: () => void;
  /** What was typed is another, or given up. */
  onTyped?: () => void;
} = {}): Combobox {
  const id = useId();
  const unmarked = isFixed ? 0 : -1;
  const open = useSignal(isFixed);
  const typed = useSignal('');
  const marked = useSignal(unmarked);
  const optionId = (place: number): string => `${id}-option-${place}`;
  const type = (text: string, isOpen: boolean): void => {
    open.value = isOpen;
    typed.value = text;
    marked.value = unmarked;
    onTyped?.();
  };
  const show = (): void => {
    if (open.value) return;
    open.value = true;
    onShow?.();
  };
  const hide = (): void => type('', isFixed);
  const press = (event: KeyboardEvent, count: number, enter: () => void): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (open.value) enter();
      else show();
    } else if (event.key === 'Escape' && open.value && !isFixed) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else {
      const next = nextPlace(event.key, marked.value, count);
      const edits = (event.key === 'Home' || event.key === 'End') && typed.value !== '';
      if (next === undefined || edits) return;
      event.preventDefault();
      if (open.value) marked.value = next;
      else show();
    }
  };
  useLayoutEffect(() => {
    document.getElementById(optionId(marked.value))?.scrollIntoView({ block: 'nearest' });
  }, [marked.value]);
  return {
    id,
    isOpen: open.value,
    typed: typed.value,
    marked: marked.value,
    show,
    hide,
    parts: (count, enter) => ({
      field: {
        type: 'text',
        role: 'combobox',
        'aria-expanded': open.value,
        'aria-controls': id,
        'aria-autocomplete': 'list',
        'aria-activedescendant':
          marked.value >= 0 && marked.value < count ? optionId(marked.value) : undefined,
        autocomplete: 'off',
        spellcheck: false,
        onInput: ({ currentTarget }) => type(currentTarget.value, true),
        onKeyDown: (event) => press(event, count, enter),
      },
      marked: marked.value,
      optionId,
    }),
  };
}

/** A choice of a combobox's list, which a press takes. */
export function ComboboxOption({
  parts: { field, marked, optionId },
  place,
  isMarked = place === marked,
  isCurrent = false,
  onTake,
  children,
  ...rest
}: {
  parts: ComboboxParts;
  place: number;
  isMarked?: boolean;
  /** Whether it is what is in view already. */
  isCurrent?: boolean;
  onTake: () => void;
  class: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div
      {...rest}
      id={optionId(place)}
      role="option"
      aria-selected={isMarked}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={-1}
      onClick={onTake}
      onKeyDown={field.onKeyDown}
    >
      {children}
    </div>
  );
}
