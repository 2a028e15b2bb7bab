import type { RecordingsMeasured } from '../../diagnosis/recording/measured-live.ts';
import {
  type KnownSample,
  knownOf,
  type MeasureAsked,
  measuresOver,
} from '../../diagnosis/recording/samples.ts';
import type { Report, Stretch } from '../../diagnosis/report.ts';
import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';

/** What is drawn of a recording over the LIVE, from the top. */
export type MeasuredOver = 'light' | 'loudness' | 'speech';

/** One measure over the LIVE. */
export interface MeasuredLane {
  readonly of: MeasuredOver;
  readonly samples: readonly KnownSample[];
  /** The ends of its scale, the same for every LIVE. */
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  /** Where a factor that rests on it found something. */
  readonly stretches: readonly Stretch[];
}

/** In LUFS: quieter is next to nothing, and nothing is louder than 0. */
const SILENCE = -60;

const lanes: readonly (Pick<MeasuredLane, 'of' | 'low' | 'high'> & {
  readonly asked: MeasureAsked;
  readonly factors: readonly string[];
})[] = [
  {
    of: 'light',
    low: 0,
    high: 255,
    asked: { of: 'picture', value: ({ light }) => light },
    factors: ['dark-picture', 'burnt-out-picture'],
  },
  {
    of: 'loudness',
    low: SILENCE,
    high: 0,
    // Silence has no loudness, and is no gap in what was measured.
    asked: { of: 'sound', value: ({ loudness }) => loudness ?? SILENCE },
    factors: ['quiet-sound', 'clipped-sound', 'silent-sound'],
  },
  {
    of: 'speech',
    low: 0,
    high: 1,
    asked: { of: 'sound', value: ({ speechShare }) => speechShare },
    factors: ['pin-without-voice'],
  },
];

/** Light, loudness and speech over the LIVE; those of which nothing was measured are left out. */
export function measuredCourse(
  { own }: RecordingsMeasured,
  session: Session,
  { findings }: Pick<Report, 'findings'>,
): readonly MeasuredLane[] {
  const live = spanOf(session.room);
  if (live === undefined) return [];
  return lanes.flatMap(({ of, low, high, asked, factors }) => {
    const samples = knownOf(measuresOver(own, live, asked));
    const middle = quantile(
      samples.map(({ value }) => value),
      0.5,
    );
    if (middle === undefined) return [];
    const found = findings.filter(
      ({ factor, state }) => state === 'gap' && factors.includes(factor),
    );
    return [{ of, low, high, samples, middle, stretches: found.flatMap((one) => one.stretches) }];
  });
}
