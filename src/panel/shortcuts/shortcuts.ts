import type { MessageKey } from '../../metrics/text.ts';

/** What a key does anywhere in the panel. */
export type Shortcut = 'earlier' | 'later' | 'pick' | 'keys' | 'palette';

/** Every key of the panel, in the order in which they are listed; some are pressed with Ctrl or, on a Mac, ⌘. */
export const shortcuts: readonly {
  readonly key: string;
  readonly name: MessageKey;
  readonly does: Shortcut;
  readonly withCommand?: true;
}[] = [
  { key: 'k', name: 'shortcuts_palette', does: 'palette', withCommand: true },
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

/** What a key press meets. */
export interface KeyPlace {
  /** Whether a field or a list has the focus, which keep their single keys. */
  readonly inField: boolean;
  /** Whether a dialog or a menu is open, which keeps all keys. */
  readonly inDialog: boolean;
  /** Whether the seller left single keys on. */
  readonly singleKeys: boolean;
}

/** What a key press means to the panel; undefined where it means nothing, or belongs to what has the focus. */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey, defaultPrevented }: PressedKey,
  { inField, inDialog, singleKeys }: KeyPlace,
): Shortcut | undefined {
  if (altKey || defaultPrevented || inDialog) return undefined;
  const command = ctrlKey || metaKey;
  if (!command && (inField || !singleKeys)) return undefined;
  const pressed = command ? key.toLowerCase() : key;
  return shortcuts.find((one) => one.key === pressed && (one.withCommand ?? false) === command)
    ?.does;
}

/** A key as it is written on the keyboard before the reader. */
export function keyLabel({ key, withCommand }: (typeof shortcuts)[number], isMac: boolean): string {
  if (withCommand === undefined) return key;
  return isMac ? `⌘ ${key.toUpperCase()}` : `Ctrl ${key.toUpperCase()}`;
}
