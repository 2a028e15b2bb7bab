import { type ReadonlySignal, signal } from '@preact/signals';
import { type Recording, recordingState } from '../../metrics/live/recording.ts';
import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { createWays } from './next-way.ts';
import { waysOf } from './source.ts';
import { watchForStalls } from './stall-watch.ts';
import type { PlayTrouble } from './trouble.ts';
import type { DeckPorts } from './way.ts';

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
  /** Why it can't be played; undefined while it can, or while that isn't known yet. */
  readonly trouble: ReadonlySignal<PlayTrouble | undefined>;
  /** How the recording runs, once its player tells. */
  readonly course: ReadonlySignal<RecordingCourse | undefined>;
  /** The second of the picture that is in sight: the one to seek so that it is seen again. */
  readonly shown: () => number;
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

/** At its very end a player may show nothing, or start over: the last picture is sought this long before. */
export const BEFORE_END = 0.3;

/** A recording that plays from `begin` on as soon as its video element is there. */
export function createVideoDeck(
  recording: Pick<Recording, 'url' | 'expiresAt'>,
  { begin, now, ports }: { begin: number; now: UnixMs; ports: DeckPorts },
): VideoDeck {
  const time = signal(begin);
  const length = signal<number | undefined>(undefined);
  const playing = signal(false);
  const state = signal<DeckState>(firstState(recording, now));
  const trouble = signal<PlayTrouble | undefined>(undefined);
  const course = signal<RecordingCourse | undefined>(undefined);
  let video: HTMLVideoElement | undefined;
  let wanted = true;
  /** Until the place is set at which a way begins, its clock says nothing of where the deck is. */
  let isPlaced = false;
  let speed = 1;
  let frame = 0;
  let picture: number | undefined;
  let stopWatching = (): void => undefined;

  const ways = createWays({
    url: recording.url,
    ports,
    video: () => video,
    waysOf,
    begin: () => {
      isPlaced = false;
      trouble.value = undefined;
      state.value = 'loading';
    },
    learn: (known) => {
      course.value = known;
    },
    end: (why) => {
      trouble.value = why;
      state.value = 'broken';
      playing.value = false;
    },
  });

  const tick = (): void => {
    if (video === undefined || !isPlaced || video.readyState === 0) return;
    time.value = video.currentTime;
    ways.played(video.currentTime);
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
      isPlaced = true;
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

  const watch = (element: HTMLVideoElement): void => {
    const see = (): void => {
      element.requestVideoFrameCallback((_now, { mediaTime }) => {
        if (video !== element) return;
        picture = mediaTime;
        see();
      });
    };
    see();
    stopWatching = watchForStalls({
      waiting: () =>
        navigator.onLine &&
        canPlay(state.value) &&
        !element.ended &&
        (state.value !== 'ready' || !element.paused),
      signs: () => [element.currentTime, element.readyState, ways.received()],
      stalled: () => ways.fail({ kind: 'stalled' }),
    });
  };

  return {
    time,
    length,
    playing,
    state,
    trouble,
    course,
    shown: () => shownAt(picture, time.value),
    mount: (element) => {
      const events = Object.entries(hear);
      if (video !== undefined) {
        for (const [event, heard] of events) video.removeEventListener(event, heard);
        cancelAnimationFrame(frame);
        stopWatching();
        video.pause();
        ways.stop();
      }
      video = element ?? undefined;
      if (element === null) return;
      for (const [event, heard] of events) element.addEventListener(event, heard);
      watch(element);
      if (canPlay(state.value)) ways.start();
    },
    retry: ways.start,
    play: () => {
      wanted = true;
      start();
    },
    pause: () => {
      wanted = false;
      video?.pause();
    },
    seek: (to) => {
      const last = length.value === undefined ? to : length.value - BEFORE_END;
      const at = Math.max(0, Math.min(to, last));
      time.value = at;
      if (video !== undefined && isPlaced && video.readyState > 0) video.currentTime = at;
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

/** So far behind the clock a busy machine shows pictures; one that is older stands on purpose, in seconds. */
const BEHIND = 0.5;

/** Rounded up to a hundredth: a second that lies before its picture's would show the one before. */
function shownAt(picture: number | undefined, time: number): number {
  const isInSight = picture !== undefined && Math.abs(picture - time) < BEHIND;
  return isInSight ? Math.ceil(picture * 100) / 100 : time;
}

function firstState(recording: Pick<Recording, 'url' | 'expiresAt'>, now: UnixMs): DeckState {
  const { state } = recordingState(recording, now);
  return state === 'playable' ? 'loading' : state;
}
