import { type ReadonlySignal, signal } from '@preact/signals';
import { type Recording, recordingState } from '../../metrics/live/recording.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { attachSource } from './source.ts';

/**
 * How a recording stands: being opened, running or ready to, waiting for more of it, not to be
 * played (`broken`), past its time (`expired`), or without an address (`absent`).
 */
export type DeckState = 'loading' | 'ready' | 'waiting' | 'broken' | 'expired' | 'absent';

/** What can be played, paused and sought; times in seconds of the recording. */
export interface Deck {
  readonly time: ReadonlySignal<number>;
  /** Undefined until it is known. */
  readonly length: ReadonlySignal<number | undefined>;
  readonly playing: ReadonlySignal<boolean>;
  readonly state: ReadonlySignal<DeckState>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (to: number) => void;
}

/** A deck with a video element of its own. */
export interface VideoDeck extends Deck {
  /** Takes the video element to play in; null when it leaves the page. */
  readonly mount: (video: HTMLVideoElement | null) => void;
  /** Tries anew what could not be played. */
  readonly retry: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setMuted: (muted: boolean) => void;
}

/** Whether there is anything to see, now or soon. */
export const canPlay = (state: DeckState): boolean =>
  state === 'loading' || state === 'ready' || state === 'waiting';

/** A stream can break once while it starts; a second time it is said. */
const SILENT_RETRIES = 1;

/** A recording that plays from `begin` on as soon as its video element is there. */
export function createVideoDeck(
  recording: Pick<Recording, 'url' | 'expiresAt'>,
  { begin, now }: { begin: number; now: UnixMs },
): VideoDeck {
  const { url } = recording;
  const time = signal(begin);
  const length = signal<number | undefined>(undefined);
  const playing = signal(false);
  const state = signal<DeckState>(firstState(recording, now));
  let video: HTMLVideoElement | undefined;
  let detach = (): void => undefined;
  let failures = 0;
  let wanted = true;
  let speed = 1;
  let frame = 0;

  const tick = (): void => {
    if (video !== undefined && video.readyState > 0) time.value = video.currentTime;
  };
  const run = (): void => {
    tick();
    if (video?.paused === false) frame = requestAnimationFrame(run);
  };
  const start = (): void => {
    // Asked to play at its end, a browser would start all over.
    if (!wanted || video === undefined || video.ended) return;
    // A browser may refuse to start by itself; then it stands still until the seller plays it.
    void video.play().catch(() => undefined);
  };
  const load = (): void => {
    detach();
    if (video === undefined || url === undefined) return;
    state.value = 'loading';
    detach = attachSource(video, url, () => {
      failures += 1;
      if (failures <= SILENT_RETRIES) return load();
      detach();
      detach = () => undefined;
      state.value = 'broken';
      playing.value = false;
    });
  };

  /** A stream that goes on and on has no length; one that is being put down says none, and keeps its own. */
  const measure = (): void => {
    if (video === undefined || Number.isNaN(video.duration)) return;
    length.value = Number.isFinite(video.duration) ? video.duration : undefined;
  };

  const hear: Partial<Record<keyof HTMLMediaElementEventMap, () => void>> = {
    loadedmetadata: () => {
      if (video === undefined) return;
      measure();
      video.playbackRate = speed;
      video.currentTime = time.value;
      start();
    },
    durationchange: measure,
    canplay: () => {
      if (canPlay(state.value)) state.value = 'ready';
    },
    playing: () => {
      if (canPlay(state.value)) state.value = 'ready';
    },
    waiting: () => {
      if (state.value === 'ready') state.value = 'waiting';
    },
    play: () => {
      playing.value = true;
      cancelAnimationFrame(frame);
      run();
    },
    pause: () => {
      playing.value = false;
      tick();
    },
    timeupdate: tick,
    seeked: tick,
  };

  return {
    time,
    length,
    playing,
    state,
    mount: (element) => {
      const events = Object.entries(hear);
      if (video !== undefined) {
        for (const [event, heard] of events) video.removeEventListener(event, heard);
        cancelAnimationFrame(frame);
        video.pause();
        detach();
      }
      video = element ?? undefined;
      if (element === null) return;
      for (const [event, heard] of events) element.addEventListener(event, heard);
      if (canPlay(state.value)) load();
    },
    retry: () => {
      failures = 0;
      load();
    },
    play: () => {
      wanted = true;
      start();
    },
    pause: () => {
      wanted = false;
      video?.pause();
    },
    seek: (to) => {
      const at = Math.max(0, Math.min(to, length.value ?? to));
      time.value = at;
      if (video !== undefined && video.readyState > 0) video.currentTime = at;
    },
    setSpeed: (next) => {
      speed = next;
      if (video !== undefined) video.playbackRate = next;
    },
    setMuted: (muted) => {
      if (video !== undefined) video.muted = muted;
    },
  };
}

function firstState(recording: Pick<Recording, 'url' | 'expiresAt'>, now: UnixMs): DeckState {
  const { state } = recordingState(recording, now);
  return state === 'playable' ? 'loading' : state;
}
