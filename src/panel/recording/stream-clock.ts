import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import { seconds } from '../../metrics/time.ts';
import { segmentClock } from '../replay/hls/segment-clock.ts';
import { clockDistance, streamTimes } from '../replay/hls/stream-times.ts';
import { toldBreaks, withSeenBreaks } from '../replay/hls/told-breaks.ts';
import type { RecordedSegment } from './playlist.ts';

/** The clock of a recording that is read a segment here and there. */
export interface StreamClock {
  /**
   * The second of the recording at which a segment begins, of whose bytes the first are given: by its own clock as long
   * as that is the first segment's, which is the one by which the player seeks; else by the playlist.
   */
  readonly at: (segment: RecordedSegment, bytes: Uint8Array, isWhole: boolean) => number;
  readonly course: () => RecordingCourse;
}

export function streamClock(segments: readonly RecordedSegment[]): StreamClock {
  const clock = segmentClock();
  const told = toldBreaks(segments);
  const length = segments.reduce((sum, one) => sum + one.length, 0);
  let first: number | undefined;
  return {
    at: (segment, bytes, isWhole) => {
      const times = streamTimes(bytes.subarray(0, bytes.length - (bytes.length % PACKET)));
      if (times !== undefined) {
        const { first: begins } = times;
        const run = clock.run(segment, isWhole ? times : { first: begins });
        if (segment.start === 0) first ??= begins;
        if (run === 0 && first !== undefined) return Math.max(0, clockDistance(first, begins));
      }
      return segment.start * clock.stretch();
    },
    course: () => ({
      length: seconds(length * clock.stretch()),
      breaks: withSeenBreaks(told, clock.breaks()),
    }),
  };
}

/** The bytes of a packet of a transport stream. */
const PACKET = 188;
