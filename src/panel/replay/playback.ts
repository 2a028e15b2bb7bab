import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { PlayerChoices } from '../state/player-choices.ts';
import type { Cut } from '../state/replay.ts';
import type { Deck } from './recording.ts';

/** A deck that keeps to a part of its recording until the whole of it is asked for. */
export interface Playback {
  readonly deck: Deck;
  readonly cut: { readonly from: number; readonly to: number } | undefined;
  /** Whether the whole recording is in reach, or the part alone. */
  readonly whole: ReadonlySignal<boolean>;
  /** What is in reach, in seconds of the recording. */
  readonly reach: ReadonlySignal<{ readonly from: number; readonly to: number }>;
  readonly toggle: () => void;
  /** Seeks within reach. */
  readonly seek: (to: number) => void;
  readonly jump: (by: number) => void;
  /** Goes on from here into the rest of the recording, or back to the part alone. */
  readonly setWhole: (whole: boolean) => void;
  readonly toCutStart: () => void;
  /** Stands still at the end of the part, so that its last picture can be seen. */
  readonly toCutEnd: () => void;
  readonly dispose: () => void;
}

/** So close to the end counts as the end, in seconds: decks stop a little before what they are asked for. */
const NEAR = 0.05;
/** A recording that has ended can't be looped any more: its end counts as reached a little earlier. */
const BEFORE_END = 0.3;

/** Plays `cut` of what is on a deck: from its start to its end, then over again or no further. */
export function createPlayback(
  deck: Deck,
  cut: Cut | undefined,
  { loop }: Pick<PlayerChoices, 'loop'>,
): Playback {
  const whole = signal(cut === undefined);
  const reach = computed(() => {
    const { value: length } = deck.length;
    if (cut === undefined || whole.value) {
      return { from: 0, to: Math.max(length ?? cut?.to ?? 0, 0) };
    }
    return { from: cut.from, to: Math.min(cut.to, length ?? cut.to) };
  });
  const within = (at: number): number =>
    Math.max(reach.value.from, Math.min(at, deck.length.value === undefined ? at : reach.value.to));

  const dispose = effect(() => {
    const at = deck.time.value;
    const running = deck.playing.value;
    const last = Math.min(cut?.to ?? 0, (deck.length.value ?? Infinity) - BEFORE_END);
    if (cut === undefined || whole.value || at < last - NEAR) return;
    untracked(() => {
      if (!running) return;
      if (loop.value) {
        deck.seek(cut.from);
        deck.play();
      } else {
        deck.pause();
        deck.seek(reach.value.to);
      }
    });
  });

  return {
    deck,
    cut,
    whole,
    reach,
    dispose,
    toggle: () => {
      if (deck.playing.value) return deck.pause();
      if (deck.time.value >= reach.value.to - NEAR && reach.value.to > 0) {
        deck.seek(reach.value.from);
      }
      deck.play();
    },
    seek: (to) => deck.seek(within(to)),
    jump: (by) => deck.seek(within(deck.time.value + by)),
    setWhole: (next) => {
      if (cut === undefined) return;
      whole.value = next;
      const at = deck.time.value;
      if (!next && (at < cut.from || at >= cut.to - NEAR)) deck.seek(cut.from);
    },
    toCutStart: () => deck.seek(cut?.from ?? 0),
    toCutEnd: () => {
      if (!whole.value || cut === undefined) deck.pause();
      deck.seek(cut === undefined ? reach.value.to : Math.min(cut.to, deck.length.value ?? cut.to));
    },
  };
}
