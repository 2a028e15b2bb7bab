import { segmentedLmdi } from '../decomposition/segmented-lmdi.ts';

/** One part of a whole: so much volume, of which each step keeps so much. `counts` start with the volume and end with the value. */
export interface MixPart {
  readonly name: string;
  readonly counts: readonly number[];
}

/** What one part adds to the gap usual − yours; negative where this LIVE is ahead. */
interface PartSplit {
  readonly name: string;
  readonly yours: number;
  readonly usual: number;
  /** Share of the volume, from 0 to 1. */
  readonly shareYours: number;
  readonly shareUsual: number;
  readonly volume: number;
  readonly mix: number;
  /** By step, in the order of the counts. */
  readonly rates: readonly number[];
  /** The whole gap of a part whose counts contradict each other, so that no step can carry it. */
  readonly rest: number;
}

export interface MixSplit {
  readonly yours: number;
  readonly usual: number;
  readonly volume: number;
  readonly mix: number;
  readonly rates: readonly number[];
  readonly rest: number;
  readonly parts: readonly PartSplit[];
}

/**
 * Splits the gap usual − yours of a sum over parts into what came from the volume, from the mix of
 * the parts and from the rates inside them: segmented LMDI over volume × share × rates. Everything
 * adds up to the gap, over parts and over effects. A part that is missing on one side has no volume there.
 * Undefined without volume on either side.
 */
export function splitMix(
  yours: readonly MixPart[],
  usual: readonly MixPart[],
  steps: number,
): MixSplit | undefined {
  const nothing = Array.from({ length: steps + 1 }, () => 0);
  const mine = new Map(yours.map(({ name, counts }) => [name, counts]));
  const theirs = new Map(usual.map(({ name, counts }) => [name, counts]));
  const names = [...new Set([...mine.keys(), ...theirs.keys()])];
  const volumeYours = volumeOf(yours);
  const volumeUsual = volumeOf(usual);
  if (!(volumeYours > 0 && volumeUsual > 0)) return undefined;
  const parts = names.map((name) =>
    splitPart(
      name,
      mine.get(name) ?? nothing,
      theirs.get(name) ?? nothing,
      volumeYours,
      volumeUsual,
    ),
  );
  const sum = (value: (part: PartSplit) => number): number =>
    parts.reduce((total, part) => total + value(part), 0);
  return {
    yours: sum((part) => part.yours),
    usual: sum((part) => part.usual),
    volume: sum(({ volume }) => volume),
    mix: sum(({ mix }) => mix),
    rates: Array.from({ length: steps }, (_, step) => sum(({ rates }) => rates[step] ?? 0)),
    rest: sum(({ rest }) => rest),
    parts,
  };
}

function splitPart(
  name: string,
  yours: readonly number[],
  usual: readonly number[],
  volumeYours: number,
  volumeUsual: number,
): PartSplit {
  const ratesYours = ratesOf(yours);
  const ratesUsual = ratesOf(usual);
  const shareYours = (yours[0] ?? 0) / volumeYours;
  const shareUsual = (usual[0] ?? 0) / volumeUsual;
  const ends = { yours: yours.at(-1) ?? 0, usual: usual.at(-1) ?? 0 };
  const effects =
    contradicts(yours) || contradicts(usual)
      ? undefined
      : segmentedLmdi([
          {
            yours: [volumeYours, shareYours, ...filled(ratesYours, ratesUsual)],
            benchmark: [volumeUsual, shareUsual, ...filled(ratesUsual, ratesYours)],
          },
        ]);
  const [volume = 0, mix = 0, ...rates] = effects ?? [];
  return {
    name,
    ...ends,
    shareYours,
    shareUsual,
    volume,
    mix,
    rates,
    rest: effects === undefined ? ends.usual - ends.yours : 0,
  };
}

const volumeOf = (parts: readonly MixPart[]): number =>
  parts.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0);

function ratesOf(counts: readonly number[]): (number | undefined)[] {
  return counts.slice(1).map((count, place) => {
    const below = counts[place] ?? 0;
    return below > 0 ? count / below : undefined;
  });
}

/** After an empty step a rate is unknown; the other side's stands in, so that the gap stays with the empty step. */
function filled(
  rates: readonly (number | undefined)[],
  others: readonly (number | undefined)[],
): number[] {
  return rates.map((rate, place) => rate ?? others[place] ?? 1);
}

/** Something came out of a step into which nothing went, or less than nothing. */
function contradicts(counts: readonly number[]): boolean {
  return counts.some(
    (count, place) => count < 0 || (place > 0 && count > 0 && (counts[place - 1] ?? 0) === 0),
  );
}
