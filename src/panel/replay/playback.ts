import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Cut } from '../../metrics/live/recording.ts';
import type { PlayerChoices } from '../state/player-choices.ts';
import { BEFORE_END, type Deck } from './video-deck.ts';

/** A deck that keeps to a part of its recording until the whole of it is asked for. */
export interface Playback {
  readonly deck: Deck;
  readonly cut: Cut | undefined;
  /** Whether the whole recording is in reach, or the part alone. */
  readonly whole: ReadonlySignal<boolean>;
  /** Whether the part lies behind the recording's end; then the whole is in reach, from its start. */
  readonly beyond: ReadonlySignal<boolean>;
  /** What is in reach, in seconds of the recording; of one whose end isn't known, what was seen of it. */
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
/** Of a part that begins so close before the recording's end there is nothing to see, in seconds. */
const LEAST = 1;

/** Plays `cut` of what is on a deck: from its start to its end, then over again or no further. */
export function createPlayback(
  deck: Deck,
  cut: Cut | undefined,
  { loop }: Pick<PlayerChoices, 'loop'>,
): Playback {
  const asked = signal(cut === undefined);
  const beyond = computed(
    () => cut !== undefined && cut.from > (deck.length.value ?? Infinity) - LEAST,
  );
  const whole = computed(() => asked.value || beyond.value);
  /** Where playing ends; undefined while nothing says so. */
  const end = computed(() => {
    const { value: length } = deck.length;
    if (cut === undefined || whole.value) return length;
    return Math.min(cut.to, length ?? cut.to);
  });
  const reach = computed(() => ({
    from: cut === undefined || whole.value ? 0 : cut.from,
    to: end.value ?? Math.max(cut?.to ?? 0, deck.time.value),
  }));
  /** The end that playing can reach: a recording that has ended can't be looped any more. */
  const lastSecond = (): number =>
    Math.min(end.value ?? 0, (deck.length.value ?? Infinity) - BEFORE_END);
  const within = (at: number): number => Math.max(reach.value.from, Math.min(at, end.value ?? at));

  // What stands at the end of the recording is no picture of the part.
  const stopBeyond = effect(() => {
    if (!beyond.value) return;
    untracked(() => {
      deck.pause();
      deck.seek(0);
    });
  });

  const stopAtEnd = effect(() => {
    const at = deck.time.value;
    const running = deck.playing.value;
    if (cut === undefined || whole.value || at < lastSecond() - NEAR) return;
    untracked(() => {
      if (!running) return;
      if (loop.value) {
        deck.seek(cut.from);
        deck.play();
      } else {
        deck.pause();
        deck.seek(end.value ?? cut.to);
      }
    });
  });

  return {
    deck,
    cut,
    whole,
    beyond,
    reach,
    dispose: () => {
      stopBeyond();
      stopAtEnd();
    },
    toggle: () => {
      if (deck.playing.value) return deck.pause();
      if (end.value !== undefined && end.value > 0 && deck.time.value >= lastSecond() - NEAR) {
        deck.seek(reach.value.from);
      }
      deck.play();
    },
    seek: (to) => deck.seek(within(to)),
    jump: (by) => deck.seek(within(deck.time.value + by)),
    setWhole: (next) => {
      if (cut === undefined || beyond.value) return;
      asked.value = next;
      const at = deck.time.value;
      if (!next && (at < cut.from || at >= cut.to - NEAR)) deck.seek(cut.from);
    },
    toCutStart: () => deck.seek(beyond.value ? 0 : (cut?.from ?? 0)),
    toCutEnd: () => {
      if (!whole.value || cut === undefined || beyond.value) deck.pause();
      deck.seek(Math.min(cut?.to ?? reach.value.to, deck.length.value ?? Infinity));
    },
  };
}
