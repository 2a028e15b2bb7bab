import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import type { Demuxed } from './demuxed.ts';
import type { PieceTimes, Sample } from './sampling.ts';

/** A stretch of a recording with what is wanted of it. */
export interface Piece extends PieceTimes {
  readonly sample: Sample;
}

/** What came of a piece. */
export type PieceRead =
  | { readonly kind: 'read'; readonly found: Demuxed }
  /** It isn't there, or nothing can be made of it: what follows may be read. */
  | { readonly kind: 'left'; readonly reason: 'missing' | 'too-large' | 'unreadable' }
  /** Nothing more can be read now. */
  | { readonly kind: 'stopped'; readonly trouble: PlayTrouble };

/** A recording that is open for reading. Seconds are the recording's. */
export interface OpenRecording {
  readonly length: number;
  readonly plan: SamplingPlan;
  /** In their order. */
  readonly pieces: readonly Piece[];
  readonly read: (piece: Piece) => Promise<PieceRead>;
  /** About how many bytes these pieces take. */
  readonly weight: (pieces: readonly Piece[]) => Promise<number>;
  /** How many bytes were read so far. */
  readonly received: () => number;
}

export type OpenedRecording =
  | { readonly ok: true; readonly recording: OpenRecording }
  | { readonly ok: false; readonly trouble: PlayTrouble };
