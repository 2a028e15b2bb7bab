import type { MessageKey } from '../../metrics/text.ts';

/** What a key does anywhere in the panel. */
export type Shortcut = 'earlier' | 'later' | 'pick' | 'keys';

/** Every key of the panel, in the order in which they are listed. */
export const shortcuts: readonly {
  readonly key: string;
  readonly name: MessageKey;
  readonly does: Shortcut;
}[] = [
  { key: '[', name: 'panel_live_earlier', does: 'earlier' },
  { key: ']', name: 'panel_live_later', does: 'later' },
  { key: '/', name: 'shortcuts_pick', does: 'pick' },
  { key: '?', name: 'shortcuts_keys', does: 'keys' },
];

/** What is needed of a KeyboardEvent. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
}

/**
 * What a key press means to the panel; undefined where it means nothing, or belongs to what has the focus:
 * fields and lists keep their keys, and so does an open dialog.
 */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey, defaultPrevented }: PressedKey,
  taken: boolean,
): Shortcut | undefined {
  if (ctrlKey || metaKey || altKey || defaultPrevented || taken) return undefined;
  return shortcuts.find((one) => one.key === key)?.does;
}
