import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import type { Demuxed } from './demuxed.ts';
import type { PieceTimes, Sample } from './sampling.ts';

/** A stretch of a recording with what is wanted of it; seconds as its playlist counts them. */
export interface Piece extends PieceTimes {
  readonly sample: Sample;
}

/** What came of a piece. */
export type PieceRead =
  | {
      readonly kind: 'read';
      readonly found: Demuxed;
      /** The second of the recording at which it begins, by its own clock where that can be read. */
      readonly at: number;
    }
  /** It isn't there, or nothing can be made of it: what follows may be read. */
  | { readonly kind: 'left'; readonly reason: 'missing' | 'too-large' | 'unreadable' }
  /** Nothing more can be read now. */
  | { readonly kind: 'stopped'; readonly trouble: PlayTrouble };

/** A recording that is open for reading. */
export interface OpenRecording {
  readonly plan: SamplingPlan;
  /** In their order. */
  readonly pieces: readonly Piece[];
  /** How it runs, as far as that is known by what was read. */
  readonly course: () => RecordingCourse;
  readonly read: (piece: Piece) => Promise<PieceRead>;
  /** About how many bytes these pieces take. */
  readonly weight: (pieces: readonly Piece[]) => Promise<number>;
  /** How many bytes were read so far. */
  readonly received: () => number;
}

export type OpenedRecording =
  | { readonly ok: true; readonly recording: OpenRecording }
  | { readonly ok: false; readonly trouble: PlayTrouble };
