import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { testDeck } from './deck.fixture.ts';
import { createPlayback } from './playback.ts';

const cut = { from: seconds(60), to: seconds(90) };

function scene(looped = true, length: number | 'unknown' = 600) {
  const loop = signal(looped);
  const played = testDeck(length === 'unknown' ? undefined : length, cut.from);
  return { ...played, loop, playback: createPlayback(played.deck, cut, { loop }) };
}

describe('a part of a recording', () => {
  it('starts over at its end while it is looped', () => {
    const { time, playing } = scene();
    time.value = 90.1;
    expect(time.value).toBe(60);
    expect(playing.value).toBe(true);
  });

  it('stops at its end when it is not, and plays again from its start', () => {
    const { time, playing, playback } = scene(false);
    time.value = 90.2;
    expect(playing.value).toBe(false);
    expect(time.value).toBe(90);
    playback.toggle();
    expect(time.value).toBe(60);
    expect(playing.value).toBe(true);
  });

  it('goes on into the rest from where it is, and comes back to the part', () => {
    const { time, playing, playback } = scene();
    time.value = 80;
    playback.setWhole(true);
    expect(time.value).toBe(80);
    time.value = 95;
    expect(time.value).toBe(95);
    expect(playing.value).toBe(true);
    expect(playback.reach.value).toEqual({ from: 0, to: 600 });
    playback.setWhole(false);
    expect(time.value).toBe(60);
  });

  it('stands still at its end when asked to go there, so that its last picture can be seen', () => {
    const { time, playing, playback } = scene();
    playback.toCutEnd();
    expect(playing.value).toBe(false);
    expect(time.value).toBe(90);
    playback.toCutStart();
    expect(time.value).toBe(60);
  });

  it('ends with the recording where that is shorter', () => {
    const { playback, time } = scene(false, 70);
    expect(playback.reach.value).toEqual({ from: 60, to: 70 });
    time.value = 70;
    expect(time.value).toBe(70);
  });

  it('that starts after the recording’s end is said to, and the whole is there from its start', () => {
    for (const length of [60, 60.9, 20]) {
      const { playback, time, playing } = scene(true, length);
      expect(playback.beyond.value).toBe(true);
      expect(playback.whole.value).toBe(true);
      expect(playback.reach.value).toEqual({ from: 0, to: length });
      expect({ time: time.value, playing: playing.value }).toEqual({ time: 0, playing: false });
      playback.toggle();
      time.value = length;
      expect(time.value).toBe(length);
      playback.setWhole(false);
      playback.toCutStart();
      expect(time.value).toBe(0);
      playback.toCutEnd();
      expect(time.value).toBe(length);
    }
  });

  it('that ends after the recording’s end loops over what there is', () => {
    const { playback, time, playing } = scene(true, 70);
    expect(playback.beyond.value).toBe(false);
    time.value = 69.8;
    expect(time.value).toBe(60);
    expect(playing.value).toBe(true);
    playback.toCutEnd();
    expect(time.value).toBe(70);
  });

  it('keeps to itself in a recording whose end isn’t known, and tells what was seen of the rest', () => {
    const { playback, time, playing } = scene(false, 'unknown');
    expect(playback.reach.value).toEqual({ from: 60, to: 90 });
    playback.seek(300);
    expect(time.value).toBe(90);
    playback.setWhole(true);
    playback.seek(300);
    expect(time.value).toBe(300);
    expect(playback.reach.value).toEqual({ from: 0, to: 300 });
    playing.value = false;
    playback.toggle();
    expect({ time: time.value, playing: playing.value }).toEqual({ time: 300, playing: true });
  });

  it('is never left by a jump or by the slider', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true })), { maxLength: 20 }),
        (moves) => {
          const { playback, time, playing } = scene();
          playing.value = false;
          for (const [place, move] of moves.entries()) {
            if (place % 2 === 0) playback.jump(move);
            else playback.seek(move);
            expect(time.value).toBeGreaterThanOrEqual(60);
            expect(time.value).toBeLessThanOrEqual(90);
          }
        },
      ),
    );
  });
});

describe('a whole recording', () => {
  it('goes on from where it stands when its end isn’t known', () => {
    const { deck, time, playing } = testDeck(undefined);
    const playback = createPlayback(deck, undefined, { loop: signal(false) });
    time.value = 40;
    expect(playback.reach.value).toEqual({ from: 0, to: 40 });
    playback.toggle();
    playback.toggle();
    expect({ time: time.value, playing: playing.value }).toEqual({ time: 40, playing: true });
  });

  it('plays again from its start where it stands at its last picture', () => {
    const { deck, time, playing } = testDeck(600);
    const playback = createPlayback(deck, undefined, { loop: signal(true) });
    playing.value = false;
    time.value = 599.7;
    playback.toggle();
    expect({ time: time.value, playing: playing.value }).toEqual({ time: 0, playing: true });
  });

  it('has no part to keep to', () => {
    const { deck, time, playing } = testDeck(600);
    const playback = createPlayback(deck, undefined, { loop: signal(true) });
    time.value = 599.99;
    expect(playing.value).toBe(true);
    expect(playback.whole.value).toBe(true);
    playback.jump(-1_000);
    expect(time.value).toBe(0);
  });
});
