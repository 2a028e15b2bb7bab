import type { RoomId } from '../../metrics/ids.ts';
import type { Cut } from '../../metrics/live/recording.ts';
import type { RecordingMeasures, SamplingPlan } from '../../metrics/recording/measures.ts';
import type { Seconds, UnixMs } from '../../metrics/time.ts';
import type { PlayTrouble } from '../replay/trouble.ts';

/** Where a recording is read from. */
export type MeasuredFrom =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'file'; readonly file: File };

/** What is to be measured. */
export interface MeasuringTask {
  readonly room: RoomId;
  readonly from: MeasuredFrom;
  readonly plan: SamplingPlan;
  /** The part that alone is to be measured; absent where all of it is. */
  readonly part?: Cut | undefined;
  /** How long the LIVE lasted; absent where that isn't known. */
  readonly lasted?: Seconds | undefined;
  /** What was measured of it before, to go on from. */
  readonly known?: RecordingMeasures;
  readonly at: UnixMs;
}

/** What lies ahead, before any of it is read. */
export interface MeasuringSurvey {
  /** Of the recording, or of the part of it. */
  readonly length: Seconds;
  readonly pictures: number;
  readonly sounds: number;
  /** About how many bytes are still to be read; none of a file. */
  readonly bytes: number;
  /** About how many seconds that takes, on a quick machine and line and on slow ones. */
  readonly least: number;
  readonly most: number;
}

/** How far the measuring is, in pieces of the recording. */
export interface MeasuringStand {
  readonly done: number;
  readonly of: number;
}

/** What the panel says to the thread that measures. */
export type MeasuringOrder =
  /** Opens what is to be measured, and tells what lies ahead. */
  | { readonly kind: 'open'; readonly task: MeasuringTask }
  /** Begins, or goes on after a pause. */
  | { readonly kind: 'run' }
  | { readonly kind: 'pause' }
  /** Where the recording is to be had now, where anybody knew. */
  | { readonly kind: 'moved'; readonly url?: string };

/** What the thread that measures says to the panel. */
export type MeasuringReply =
  | { readonly kind: 'surveyed'; readonly survey: MeasuringSurvey }
  | {
      readonly kind: 'measured';
      readonly measures: RecordingMeasures;
      readonly stand: MeasuringStand;
      /** Whether all that was asked for is measured. */
      readonly isLast: boolean;
    }
  /** How far it is, told more often than what was measured. */
  | { readonly kind: 'came'; readonly stand: MeasuringStand }
  /** Asks where the recording is to be had now; answered by `moved`. */
  | { readonly kind: 'where' }
  | { readonly kind: 'failed'; readonly trouble: PlayTrouble };
