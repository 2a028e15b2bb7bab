import type { RecordingBreak } from '../../../metrics/live/recording-clock.ts';
import { seconds } from '../../../metrics/time.ts';
import { clockDistance, type StreamTimes } from './stream-times.ts';

/** A segment as the playlist tells it, in seconds of the recording. */
export interface SaidSegment {
  readonly start: number;
  readonly length: number;
}

/** A stretch of segments whose pictures go by one clock. */
interface Run {
  readonly name: number;
  /** Its first segment that was seen, and what its clock said there. */
  readonly start: number;
  readonly first: number;
  /** The seconds that were seen of it. */
  from: number;
  to: number;
}

/** A playlist whose segment is as long as it says, within this many seconds, tells the time as well. */
const EXACT = 0.002;
/** So far clocks may be apart where the playlist tells the time, in seconds. */
const CLOSE = 0.05;
/** Where it doesn't, it may be wrong by this share of a distance, and by a second. */
const WRONG_SHARE = 0.02;
const WRONG = 1;

export interface SegmentClock {
  /** The number of the run that a segment belongs to; 0 is that of the first one seen. */
  readonly run: (said: SaidSegment, times: StreamTimes) => number;
  /** Where the clock was seen to jump, with what that leaves out of the LIVE where the clock went on. */
  readonly breaks: () => RecordingBreak[];
  /** How many seconds one of the playlist's seconds really takes; 1 where it tells the time. */
  readonly stretch: () => number;
}

/** A clock that was set back, or by more than this, says nothing of how much was left out, in seconds. */
const LONGEST_BREAK = 3600;

/**
 * Tells which segments of a recording go by one clock. Encoders that connect anew begin another one, and
 * playlists don't always say so; a player that goes by the old one shows the wrong picture for a second that is
 * sought, or none.
 */
export function segmentClock(): SegmentClock {
  const runs: Run[] = [];
  let exact = true;
  /** Of the segments that were seen. */
  const lengths = { said: 0, seen: 0 };
  return {
    stretch: () => (exact ? 1 : lengths.seen / lengths.said),
    run: ({ start, length }, times) => {
      if (times.length !== undefined) {
        exact &&= Math.abs(times.length - length) <= EXACT;
        lengths.said += length;
        lengths.seen += times.length;
      }
      const fits = ({ start: before, first }: Run): boolean => {
        const distance = start - before;
        const off = Math.abs(clockDistance(first, times.first) - distance);
        return off <= (exact ? CLOSE : WRONG + Math.abs(distance) * WRONG_SHARE);
      };
      const known = runs.find(fits);
      if (known !== undefined) {
        known.from = Math.min(known.from, start);
        known.to = Math.max(known.to, start + length);
        return known.name;
      }
      runs.push({
        name: runs.length,
        start,
        first: times.first,
        from: start,
        to: start + length,
      });
      return runs.length - 1;
    },
    breaks: () => {
      const inOrder = [...runs].sort((a, b) => a.from - b.from);
      return inOrder.slice(1).map((run, place) => {
        const before = inOrder[place] ?? run;
        const jump = clockDistance(before.first, run.first) - (run.start - before.start);
        // What lies between the two wasn't seen: the jump may be anywhere in it.
        const at = seconds(Math.min(before.to, run.from));
        return Math.abs(jump) < WRONG
          ? { at, missing: seconds(0) }
          : jump > 0 && jump <= LONGEST_BREAK
            ? { at, missing: seconds(jump) }
            : { at };
      });
    },
  };
}
