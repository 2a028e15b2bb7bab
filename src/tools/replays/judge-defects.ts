import type {
  PictureMeasures,
  SamplingPlan,
  SoundMeasures,
} from '../../metrics/recording/measures.ts';
import { type DefectSign, defectSigns, tells } from './defect-signs.ts';
import {
  type Defect,
  type MadeStretch,
  pictureDefects,
  STRETCH_SECONDS,
  soundDefects,
} from './planted.ts';

/** What was measured of a made recording; seconds are those of the recording. */
export interface MadeMeasures {
  /** How far apart the measures are asked to be: those that came lie near to that. */
  readonly apart: SamplingPlan;
  readonly pictures: readonly PictureMeasures[];
  readonly sounds: readonly SoundMeasures[];
}

/** How well one kind of defect was found. */
export interface DefectFound {
  readonly kind: Defect;
  /** Stretches in which it was planted, and in which it was seen. */
  readonly planted: number;
  readonly found: number;
  /** How far from where it began or ended it was first or last seen, at worst, in seconds; null where never. */
  readonly distance: number | null;
  /** What is allowed: the longest time between two measures next to each other, as they came. */
  readonly step: number;
  /** Whether no measure that was asked for is missing between two others. */
  readonly isWhole: boolean;
  /** Measures of clean stretches, and those of them that tell of it all the same. */
  readonly clean: number;
  readonly falseAlarms: number;
  /** The measure at its ends, where it was planted and where nothing was; null without measures. */
  readonly plantedRange: ValueRange | null;
  readonly cleanRange: ValueRange | null;
}

export type ValueRange = readonly [lowest: number, highest: number];

/** A measure of the time between two seconds. */
interface Sample {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
}

/** Judges each kind of defect on a made recording. */
export function judgeDefects(
  stretches: readonly MadeStretch[],
  measures: MadeMeasures,
): DefectFound[] {
  return [...pictureDefects, ...soundDefects].map((name) => judgeKind(name, stretches, measures));
}

function judgeKind(
  name: Defect,
  stretches: readonly MadeStretch[],
  measures: MadeMeasures,
): DefectFound {
  const kind = defectSigns[name];
  const { pictureEvery, soundEvery } = measures.apart;
  const apart = kind.of === 'picture' ? pictureEvery : soundEvery;
  const samples = samplesOf(name, kind, measures);
  const step = longestStep(samples);
  const within = (what: string) =>
    stretches.flatMap((stretch, at) => {
      if (stretch[kind.of] !== what) return [];
      const [from, to] = [at * STRETCH_SECONDS, (at + 1) * STRETCH_SECONDS];
      // What lies astride two stretches is of neither.
      const inside = samples.filter(
        ({ from: first, to: last }) => first >= from && first < to && last <= to,
      );
      return [{ from, to, inside }];
    });
  const planted = within(name).map(({ from, to, inside }) => {
    const seen = inside.filter(({ value }) => tells(kind, value));
    const [first, last] = [seen[0], seen.at(-1)];
    const distance =
      first === undefined || last === undefined ? null : Math.max(first.from - from, to - last.to);
    return { inside, distance };
  });
  const distances = planted.flatMap(({ distance }) => (distance === null ? [] : [distance]));
  const clean = within('clean').flatMap(({ inside }) => inside);
  return {
    kind: name,
    planted: planted.length,
    found: distances.length,
    distance: distances.length === 0 ? null : Math.max(...distances),
    step,
    isWhole: step < MISSING_BETWEEN * apart,
    clean: clean.length,
    falseAlarms: clean.filter(({ value }) => tells(kind, value)).length,
    plantedRange: rangeOf(planted.flatMap(({ inside }) => inside)),
    cleanRange: rangeOf(clean),
  };
}

function samplesOf(name: Defect, kind: DefectSign, { pictures, sounds }: MadeMeasures): Sample[] {
  if (kind.of === 'sound') {
    return sounds.map((sound) => ({
      from: sound.second,
      to: sound.second + sound.seconds,
      value: kind.value(sound),
    }));
  }
  return pictures.map((picture, at) => ({
    // Standing still is told of the time since the picture before.
    from: name === 'still' ? (pictures[at - 1]?.second ?? picture.second) : picture.second,
    to: picture.second,
    value: kind.value(picture),
  }));
}

/**
 * The longest time from a measure to the next, by when they begin and by when they end. A picture is a key picture and
 * a sound a whole segment, so none lies exactly where it is wanted.
 */
function longestStep(samples: readonly Sample[]): number {
  const steps = samples.flatMap(({ from, to }, at) => {
    const next = samples[at + 1];
    return next === undefined ? [] : [next.from - from, next.to - to];
  });
  return Math.max(0, ...steps);
}

function rangeOf(samples: readonly Sample[]): ValueRange | null {
  const values = samples.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** Whether a kind was found everywhere, in time, and hardly where it isn't. */
export function isGood({
  planted,
  found,
  distance,
  step,
  isWhole,
  clean,
  falseAlarms,
}: DefectFound): boolean {
  const isInTime = isWhole && (distance ?? 0) <= step;
  return found === planted && isInTime && falseAlarms <= MOST_FALSE * clean;
}

/** Share of clean measures that may tell of a defect. */
const MOST_FALSE = 0.05;
/** From so many times the distance that was asked for on, a measure is missing between two. */
const MISSING_BETWEEN = 1.6;
