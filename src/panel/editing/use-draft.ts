import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Fault, Result } from '../../metrics/fault.ts';

/**
 * Keeps a text that was written over `began`; `changed-meanwhile` where another window has written
 * something else since.
 */
export type KeepText = (text: string, began: string) => Promise<Result<unknown>>;

/** A text while it is being written, and what keeps it from being kept. */
export interface Draft {
  /** What stands in the field. */
  readonly text: string;
  /** What another window wrote meanwhile; until the seller chooses, neither goes over the other. */
  readonly other: string | undefined;
  /** Both in one, where there is room for both. */
  readonly both: string | undefined;
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** Whether the last that was written is kept. */
  readonly saved: ReadonlySignal<boolean>;
  readonly write: (text: string) => void;
  readonly keep: () => Promise<void>;
  /** Begins anew what {@link Draft.takeBack} takes back. */
  readonly enter: () => void;
  /** Takes back what was written since the field was entered; false where nothing of it stands. */
  readonly takeBack: () => boolean;
  /** Ends the choice between the two texts with one of them, or with both. */
  readonly settle: (text: string) => void;
}

/** What a text may be, and when it is kept of its own accord. */
export interface DraftRules {
  /** Most characters. */
  readonly most: number;
  /** A single line can't be left empty. */
  readonly single: boolean;
  /** How long after the last key it is kept, in milliseconds; without one, on leaving alone. */
  readonly pause?: number | undefined;
}

/**
 * The words of the seller's own that stand for `value`: kept by {@link Draft.keep}, at a pause, and when
 * the field or the panel goes away. What couldn't be kept stays.
 */
export function useDraft(
  value: string,
  onKeep: KeepText,
  { most, single, pause }: DraftRules,
): Draft {
  const draft = useSignal<string | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  const saved = useSignal(false);
  const refused = useSignal(false);
  /** What the draft began from, and what is on its way to the archive and shows as kept already. */
  const began = useRef(value);
  const sent = useRef<string | undefined>(undefined);
  /** What was last written since the field was entered, and what stood there before. */
  const wrote = useRef<{ readonly over: string; readonly text: string } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const text = draft.value ?? value;
  /** What was written since the field was entered, as long as it is what stands there. */
  const standing = (): typeof wrote.current =>
    wrote.current?.text.trim() === (draft.value ?? value).trim() ? wrote.current : undefined;
  const otherNow = (): string | undefined =>
    refused.value && value !== began.current && value !== draft.value ? value : undefined;
  const other = otherNow();
  const both = other === undefined ? undefined : joined(other, text, single, most);

  const keep = async (): Promise<void> => {
    clearTimeout(timer.current);
    const written = draft.value;
    // A space before a pause is no slip: the next word follows it.
    const words = pause === undefined ? written?.trim() : written;
    if (words === undefined || words === sent.current) return;
    if (otherNow() !== undefined) return;
    const from = sent.current ?? began.current;
    if (words !== from && !(single && words === '')) {
      sent.current = words;
      const reply = await onKeep(words, from);
      if (sent.current === words) sent.current = undefined;
      const meanwhile = !reply.ok && reply.fault.code === 'changed-meanwhile';
      // What it was to go over was never kept, so nobody else need have written.
      if (meanwhile && from !== began.current) return latest.current.keep();
      refused.value = meanwhile;
      fault.value = reply.ok || refused.value ? undefined : reply.fault;
      saved.value = reply.ok;
      if (!reply.ok) return;
      began.current = words;
    }
    // What was written meanwhile is kept next time.
    if (draft.value === written) draft.value = undefined;
  };
  const write = (next: string): void => {
    clearTimeout(timer.current);
    if (draft.value === undefined) began.current = value;
    saved.value = false;
    wrote.current = { over: standing()?.over ?? text, text: next };
    draft.value = next;
    if (pause !== undefined) timer.current = setTimeout(() => void latest.current.keep(), pause);
  };
  const settle = (next: string): void => {
    began.current = value;
    refused.value = false;
    draft.value = next;
    void latest.current.keep();
  };
  const latest = useRef({ keep, leave: keep });
  latest.current = {
    keep,
    // Nobody is left to choose.
    leave: async () => {
      if (other === undefined) return keep();
      if (both !== undefined) settle(both);
      else if (other.trim() === '') settle(text);
    },
  };
  useLayoutEffect(() => {
    const leave = (): void => void latest.current.leave();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    text,
    other,
    both,
    fault,
    saved,
    write,
    keep,
    enter: () => {
      wrote.current = undefined;
    },
    takeBack: () => {
      const last = standing();
      if (other !== undefined) settle(other);
      else if (last === undefined || last.over === last.text) return false;
      else write(last.over);
      void latest.current.keep();
      return true;
    },
    settle,
  };
}

function joined(other: string, own: string, single: boolean, most: number): string | undefined {
  if (other.trim() === '' || own.trim() === '') return undefined;
  const both = `${other}${single ? ' / ' : '\n'}${own}`;
  return both.length > most ? undefined : both;
}
