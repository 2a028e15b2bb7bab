import type { Span } from '../../metrics/live/length.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { compareMinutes, type MinutesCompared } from './minutes-compared.ts';

/** What was measured of the recordings of a LIVE and of earlier ones of the account. */
export interface RecordingsMeasured {
  readonly own: RecordingMeasures;
  /** Newest first; the LIVE's own among them counts for nothing. */
  readonly past: readonly RecordingMeasures[];
}

/** The same as factors look at it. */
export interface MeasuredLive extends RecordingsMeasured {
  /** Some minutes of the LIVE beside the rest of it, or of the spans that alone are to be compared with. */
  readonly compare: (
    minutes: readonly Span[],
    among?: readonly Span[],
  ) => MinutesCompared | undefined;
}

/**
 * What was measured, with what its minutes are compared by.
 *
 * @param changes where the LIVE's level changed for good; asked for when something is compared
 */
export function measuredLive(
  session: Session,
  { own, past }: RecordingsMeasured,
  changes: () => readonly UnixSeconds[],
): MeasuredLive {
  const live = spanOf(session.room);
  const until =
    live === undefined || own.unsureFrom === null
      ? undefined
      : unixSeconds(live.from + own.unsureFrom);
  return {
    own,
    past: past.filter(({ room }) => room !== own.room),
    compare: (minutes, among) =>
      compareMinutes(session, minutes, { changes: changes(), among, until }),
  };
}
