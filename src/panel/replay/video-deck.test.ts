// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { unixMs } from '../../metrics/time.ts';
import { createVideoDeck } from './video-deck.ts';

/** A deck with a video of which the test says what its browser does. */
function scene(begin: number) {
  const video = document.createElement('video');
  const now = { readyState: 0, currentTime: 0, paused: true, duration: Number.NaN };
  for (const [name, fixed] of Object.entries({ ended: false, readyState: 0 })) {
    Object.defineProperty(video, name, { value: fixed, configurable: true });
  }
  for (const name of ['readyState', 'currentTime', 'paused', 'duration'] as const) {
    Object.defineProperty(video, name, {
      get: () => now[name],
      set: (value: never) => {
        now[name] = value;
      },
    });
  }
  Object.assign(video, {
    requestVideoFrameCallback: () => 0,
    load: () => undefined,
    pause: () => undefined,
    play: async () => {
      now.paused = false;
    },
  });
  const deck = createVideoDeck(
    { url: 'https://tiktok.example/replay.mp4' },
    { begin, now: unixMs(0), ports: { explain: async (why) => why } },
  );
  deck.mount(video);
  return { deck, now, says: (event: string) => video.dispatchEvent(new Event(event)) };
}

describe('a deck', () => {
  it('begins where it was asked to, though the video’s clock is looked at before it was set', () => {
    const { deck, now, says } = scene(7033);
    deck.play();
    says('play');
    // The browser knows the recording, and the news of it is still on the way.
    Object.assign(now, { readyState: 1, duration: 9000 });
    says('timeupdate');
    expect(deck.time.value).toBe(7033);
    says('loadedmetadata');
    expect(now.currentTime).toBe(7033);
    now.currentTime = 7034;
    says('timeupdate');
    expect(deck.time.value).toBe(7034);
  });

  it('goes on where it was when it is opened once more', () => {
    const { deck, now, says } = scene(100);
    Object.assign(now, { readyState: 1, duration: 9000 });
    says('loadedmetadata');
    now.currentTime = 160;
    says('timeupdate');
    deck.retry();
    Object.assign(now, { readyState: 1, currentTime: 0 });
    says('timeupdate');
    says('loadedmetadata');
    expect(now.currentTime).toBe(160);
  });
});
