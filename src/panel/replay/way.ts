import type { Result } from '../../metrics/fault.ts';
import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import type { PlayTrouble } from './trouble.ts';

/** What a way of playing is given. */
export interface Attaching {
  readonly video: HTMLVideoElement;
  readonly url: string;
  /** Called when it can't be played, or not on; more than once perhaps. */
  readonly fail: (why: PlayTrouble) => void;
  /** Called with how the recording runs, as more of that becomes known. */
  readonly learn: (course: RecordingCourse) => void;
}

/** A recording in a video element. */
export interface Attached {
  readonly detach: () => void;
  /** A number that changes as long as more of the recording comes; absent where that can't be told. */
  readonly received?: () => number;
}

/** A way of playing a recording. */
export type Way = (attaching: Attaching) => Attached;

/** What a deck reaches outside of its video. */
export interface DeckPorts {
  /** Asks where the recording is to be had now; left out where nobody can be asked. */
  readonly renew?: (() => Promise<Result<string | undefined>>) | undefined;
  /** Tells more of a trouble, such as why a host can't be reached. */
  readonly explain: (trouble: PlayTrouble) => Promise<PlayTrouble>;
}
