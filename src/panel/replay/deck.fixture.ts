import { signal } from '@preact/signals';
import type { Deck, DeckState } from './video-deck.ts';

/** A deck without a video: time moves when the test says so. */
export function testDeck(length: number | undefined, begin = 0) {
  const time = signal(begin);
  const playing = signal(true);
  const state = signal<DeckState>('ready');
  const deck: Deck = {
    time,
    length: signal(length),
    playing,
    state,
    play: () => {
      playing.value = true;
    },
    pause: () => {
      playing.value = false;
    },
    seek: (to) => {
      time.value = Math.max(0, Math.min(to, length ?? to));
    },
  };
  return { deck, time, playing, state };
}
