import type { RecordingsMeasured } from '../../diagnosis/recording/measured-live.ts';
import {
  followsOn,
  gapsIn,
  type KnownSample,
  knownOf,
  type MeasureAsked,
  type MeasureOver,
  measuresOver,
  stretchesWhere,
} from '../../diagnosis/recording/samples.ts';
import type { Report, Stretch } from '../../diagnosis/report.ts';
import { quantile } from '../../diagnosis/statistics/quantile.ts';
import { type Span, spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';

/** What is drawn of a recording over the LIVE, from the top. */
export type MeasuredOver = 'light' | 'loudness' | 'speech';

/** One measure over the LIVE. */
export interface MeasuredLane {
  readonly of: MeasuredOver;
  /** Those whose value can be told. */
  readonly samples: readonly KnownSample[];
  /** The same as it is drawn, silence at the foot of the scale: a run ends where nothing was measured. */
  readonly runs: readonly (readonly KnownSample[])[];
  /** The ends of its scale, the same for every LIVE. */
  readonly low: number;
  readonly high: number;
  /** Undefined where all that was measured is silence. */
  readonly middle: number | undefined;
  /** Where a factor that rests on it found something. */
  readonly stretches: readonly Stretch[];
  /** Where there was no sound at all: it has no loudness, and was measured. */
  readonly silences: readonly Span[];
  /** Where nothing was measured. */
  readonly gaps: readonly Span[];
}

/** In LUFS: quieter is next to nothing, and nothing is louder than 0. */
const QUIETEST = -60;

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
    low: QUIETEST,
    high: 0,
    asked: { of: 'sound', value: ({ loudness }) => loudness },
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
    const all = measuresOver(own, live, asked);
    if (all.length === 0) return [];
    const samples = knownOf(all);
    const middle = quantile(
      samples.map(({ value }) => value),
      0.5,
    );
    const found = findings.filter(
      ({ factor, state }) => state === 'gap' && factors.includes(factor),
    );
    return [
      {
        ...{ of, low, high, samples, middle },
        runs: runsOf(
          of === 'loudness' ? all.map((one) => ({ ...one, value: one.value ?? low })) : samples,
        ),
        stretches: found.flatMap((one) => one.stretches),
        silences:
          of === 'loudness' ? stretchesWhere(silenceIn(all), (silent) => silent === 1, 0) : [],
        gaps: gapsIn(all, live),
      },
    ];
  });
}

function runsOf(samples: readonly KnownSample[]): readonly (readonly KnownSample[])[] {
  const runs: KnownSample[][] = [];
  for (const sample of samples) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && followsOn(last, sample)) runs.at(-1)?.push(sample);
    else runs.push([sample]);
  }
  return runs;
}

/** Each measure of loudness as 1 where there was no sound, else 0. */
const silenceIn = (all: readonly MeasureOver[]): readonly KnownSample[] =>
  all.map(({ from, to, value }) => ({ from, to, value: value === undefined ? 1 : 0 }));
