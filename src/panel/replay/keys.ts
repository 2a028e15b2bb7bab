import type { MessageKey } from '../../metrics/text.ts';

/** What a key does in the player. */
export type ReplayDeed =
  | { readonly kind: 'toggle' | 'cut-start' | 'cut-end' | 'loop' | 'mute' | 'full' | 'help' }
  | { readonly kind: 'jump'; readonly seconds: number };

interface PlayerKey {
  /** As KeyboardEvent.key tells it, small letters. */
  readonly keys: readonly string[];
  /** As printed on the keys. */
  readonly shown: readonly string[];
  readonly name: MessageKey;
  readonly deed: ReplayDeed;
}

/** Every key of the player, in the order in which they are listed. Escape is the dialog's own. */
export const playerKeys: readonly PlayerKey[] = [
  { keys: [' ', 'k'], shown: ['Space', 'K'], name: 'streams_key_play', deed: { kind: 'toggle' } },
  {
    keys: ['arrowleft'],
    shown: ['←'],
    name: 'streams_key_back_5',
    deed: { kind: 'jump', seconds: -5 },
  },
  {
    keys: ['arrowright'],
    shown: ['→'],
    name: 'streams_key_on_5',
    deed: { kind: 'jump', seconds: 5 },
  },
  { keys: ['j'], shown: ['J'], name: 'streams_key_back_10', deed: { kind: 'jump', seconds: -10 } },
  { keys: ['l'], shown: ['L'], name: 'streams_key_on_10', deed: { kind: 'jump', seconds: 10 } },
  {
    keys: ['home', '['],
    shown: ['Home', '['],
    name: 'streams_key_cut_start',
    deed: { kind: 'cut-start' },
  },
  { keys: [']'], shown: [']'], name: 'streams_key_cut_end', deed: { kind: 'cut-end' } },
  { keys: ['r'], shown: ['R'], name: 'streams_key_loop', deed: { kind: 'loop' } },
  { keys: ['m'], shown: ['M'], name: 'streams_key_mute', deed: { kind: 'mute' } },
  { keys: ['f'], shown: ['F'], name: 'streams_key_full', deed: { kind: 'full' } },
  { keys: ['?'], shown: ['?'], name: 'streams_key_help', deed: { kind: 'help' } },
];

/** What is needed of a KeyboardEvent. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key press means, given what has the focus: text fields and lists keep all their keys, a
 * button keeps Space. Undefined where it means nothing to the player.
 */
export function deedOf(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  focus: 'text' | 'list' | 'button' | 'other',
): ReplayDeed | undefined {
  if (ctrlKey || metaKey || altKey || focus === 'text') return undefined;
  if (focus === 'button' && key === ' ') return undefined;
  const moves = key.length > 1 || key === ' ';
  // A list jumps to a choice by its letter, and moves by arrows.
  if (focus === 'list' && (moves || /^[a-z]$/i.test(key))) return undefined;
  return playerKeys.find(({ keys }) => keys.includes(key.toLowerCase()))?.deed;
}

/** What kind of thing has the focus. */
export function focusOf(target: EventTarget | null): 'text' | 'list' | 'button' | 'other' {
  if (!(target instanceof Element)) return 'other';
  if (target.matches('textarea, input:not([type="range"], [type="checkbox"], [type="radio"])')) {
    return 'text';
  }
  if (target.matches('select, input[type="radio"]')) return 'list';
  return target.matches('button, a, summary, input[type="checkbox"]') ? 'button' : 'other';
}
