import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { canPlay, type Deck } from '../replay/video-deck.ts';

/** Two decks led as one; its times are those of the first. */
export interface Pair extends Deck {
  readonly dispose: () => void;
}

/** So far apart the two may be before the second is moved, in seconds: less isn't seen, and moving costs a pause. */
const DRIFT = 0.35;
/** After a move the second gets this long, in seconds played, before it is moved again. */
const SETTLING = 1.5;

/**
 * Leads two decks as one: played, paused and sought together, the second `offset` seconds further
 * in its own recording. Where one waits for more of its recording, the other waits for it; where one
 * can't be played, the other is alone.
 */
export function createPair(first: Deck, second: Deck, offset: ReadonlySignal<number>): Pair {
  const wanted = signal(true);
  const both = [first, second] as const;
  const able = (deck: Deck): boolean => canPlay(deck.state.value);
  const lead = computed(() => (able(first) || !able(second) ? first : second));
  const time = computed(() =>
    lead.value === first ? first.time.value : Math.max(0, second.time.value - offset.value),
  );
  let movedAt = Number.NEGATIVE_INFINITY;

  const align = (to: number): void => {
    movedAt = to;
    second.seek(to + offset.value);
  };

  // Each waits for the other, so that what is seen belongs together.
  const stopHolding = effect(() => {
    const playing = wanted.value;
    const ready = both.every((deck) => !able(deck) || deck.state.value === 'ready');
    untracked(() => {
      for (const deck of both) {
        if (!able(deck)) continue;
        const run = playing && (ready || deck.state.value !== 'ready');
        // Asked for even where it seems so already: a deck tells that it stopped only a moment later.
        if (run) deck.play();
        else deck.pause();
      }
    });
  });

  const stopDrift = effect(() => {
    const at = first.time.value;
    const by = offset.value;
    if (!able(first) || !able(second)) return;
    untracked(() => {
      const end = second.length.value ?? Number.POSITIVE_INFINITY;
      const target = Math.max(0, Math.min(at + by, end));
      const apart = Math.abs(second.time.value - target);
      if (apart <= DRIFT || Math.abs(at - movedAt) < SETTLING) return;
      align(at);
    });
  });

  const stopEnd = effect(() => {
    const { value: length } = lead.value.length;
    if (lead.value.playing.value || length === undefined) return;
    if (lead.value.time.value >= length - DRIFT) wanted.value = false;
  });

  // A changed offset moves the second at once.
  const stopOffset = effect(() => {
    void offset.value;
    untracked(() => align(first.time.value));
  });

  return {
    time,
    length: computed(() => {
      if (lead.value === first) return first.length.value;
      const { value: length } = second.length;
      return length === undefined ? undefined : Math.max(0, length - offset.value);
    }),
    playing: computed(() => wanted.value && both.some(able)),
    state: computed(() => lead.value.state.value),
    play: () => {
      wanted.value = true;
      for (const deck of both) if (able(deck)) deck.play();
    },
    pause: () => {
      wanted.value = false;
      for (const deck of both) deck.pause();
    },
    seek: (to) => {
      first.seek(to);
      align(to);
    },
    dispose: () => {
      stopHolding();
      stopDrift();
      stopEnd();
      stopOffset();
    },
  };
}
