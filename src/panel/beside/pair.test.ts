import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDeck } from '../replay/deck.fixture.ts';
import { createPair } from './pair.ts';

function scene(by = 100) {
  const first = testDeck(600, 60);
  const second = testDeck(1_000, 60 + by);
  const offset = signal(by);
  const pair = createPair(first.deck, second.deck, offset);
  return { first, second, offset, pair };
}

describe('two recordings led as one', () => {
  it('are sought together, the second as much further in as it was put', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 600, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        (to, by) => {
          const { pair, first, second } = scene(by);
          pair.seek(to);
          expect(first.time.value).toBeCloseTo(to, 6);
          expect(second.time.value).toBeCloseTo(to + by, 6);
          expect(pair.time.value).toBeCloseTo(to, 6);
        },
      ),
    );
  });

  it('play and pause together', () => {
    const { pair, first, second } = scene();
    pair.pause();
    expect([first.playing.value, second.playing.value, pair.playing.value]).toEqual([
      false,
      false,
      false,
    ]);
    pair.play();
    expect([first.playing.value, second.playing.value]).toEqual([true, true]);
  });

  it('wait for each other', () => {
    const { first, second, pair } = scene();
    second.state.value = 'waiting';
    expect([first.playing.value, second.playing.value]).toEqual([false, true]);
    expect(pair.playing.value).toBe(true);
    second.state.value = 'ready';
    expect([first.playing.value, second.playing.value]).toEqual([true, true]);
  });

  it('are brought together again when they drift apart', () => {
    const { first, second } = scene();
    first.time.value = 70;
    second.time.value = 170.2;
    expect(second.time.value).toBe(170.2);
    second.time.value = 175;
    first.time.value = 72;
    expect(second.time.value).toBe(172);
  });

  it('move at once when the second is put elsewhere', () => {
    const { offset, second } = scene();
    offset.value = -20;
    expect(second.time.value).toBe(40);
  });

  it.each(['broken', 'expired', 'absent'] as const)(
    'leave the second alone where the first is %s',
    (state) => {
      const { pair, first, second } = scene();
      first.state.value = state;
      pair.seek(90);
      expect(second.time.value).toBe(190);
      second.time.value = 195;
      expect(pair.time.value).toBe(95);
      expect(pair.length.value).toBe(900);
      expect(pair.state.value).toBe('ready');
    },
  );

  it('leave the first alone where the second can’t be played', () => {
    const { pair, first, second } = scene();
    second.state.value = 'broken';
    first.time.value = 80;
    expect(pair.time.value).toBe(80);
    expect(pair.playing.value).toBe(true);
    expect(first.playing.value).toBe(true);
  });

  it('hold the second at its end where the first goes on', () => {
    const { first, second } = scene(500);
    first.time.value = 560;
    expect(second.time.value).toBe(1_000);
  });

  it('come to rest at the end of the first', () => {
    const { first, pair } = scene();
    first.time.value = 600;
    first.playing.value = false;
    expect(pair.playing.value).toBe(false);
  });
});
