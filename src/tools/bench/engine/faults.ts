import { pick } from '../../../sources/sample/draws.ts';
import type { Random } from '../../../sources/sample/random.ts';
import { assumptions, type Range } from './assumptions.ts';
import { eachStep, type StepName, type StepValues, stepNames } from './steps.ts';

/** A part of a LIVE, as shares of its length from the start. */
interface FaultPart {
  readonly from: number;
  readonly to: number;
}

/**
 * Something wrong in this LIVE: a step that keeps only a factor of its level, all through; or a
 * part of the LIVE in which nobody asks to buy, or in which the pin stays on the wrong product.
 */
export type SimulatedFault =
  | { readonly kind: 'step'; readonly step: StepName; readonly keeps: number }
  | { readonly kind: 'quiet-stretch' | 'stuck-pin'; readonly part: FaultPart };

const kinds = [...stepNames, 'quiet-stretch', 'stuck-pin'] as const;

/** Draws what is wrong in a LIVE: nothing, one thing, or two different ones. */
export function drawFaults(random: Random): readonly SimulatedFault[] {
  const inPart = assumptions.stretchFaultChance.value;
  const ofStep = (1 - 2 * inPart) / stepNames.length;
  const weights = kinds.map((kind) =>
    kind === 'quiet-stretch' || kind === 'stuck-pin' ? inPart : ofStep,
  );
  const faults: SimulatedFault[] = [];
  for (let left = pick(random, assumptions.faultCount.value); left > 0; left--) {
    const place = pick(random, weights);
    weights[place] = 0;
    const kind = kinds[place];
    if (kind !== undefined) faults.push(drawFault(random, kind));
  }
  return faults;
}

function drawFault(random: Random, kind: (typeof kinds)[number]): SimulatedFault {
  switch (kind) {
    case 'quiet-stretch':
      return { kind, part: drawPart(random, assumptions.quietShare.value) };
    case 'stuck-pin':
      return { kind, part: drawPart(random, assumptions.stuckShare.value) };
    default:
      return { kind: 'step', step: kind, keeps: uniform(random, assumptions.stepFault.value) };
  }
}

/** A number between the ends of a range, each equally likely. */
export function uniform(random: Random, [low, high]: Range): number {
  return low + (high - low) * random();
}

function drawPart(random: Random, range: Range): FaultPart {
  const share = uniform(random, range);
  const from = (1 - share) * random();
  return { from, to: from + share };
}

/** What each step keeps of its level at a moment of the LIVE, a share of its length from the start. */
function keptAt(faults: readonly SimulatedFault[], moment: number): StepValues {
  return eachStep((step) =>
    faults.reduce((kept, fault) => kept * keptUnder(fault, step, moment), 1),
  );
}

function keptUnder(fault: SimulatedFault, step: StepName, moment: number): number {
  if (fault.kind === 'step') return fault.step === step ? fault.keeps : 1;
  if (moment < fault.part.from || moment >= fault.part.to) return 1;
  if (fault.kind === 'quiet-stretch') return step === 'liveCtr' ? assumptions.quietKeeps.value : 1;
  const { liveCtr, ctor } = assumptions.stuckKeeps.value;
  return step === 'liveCtr' ? liveCtr : step === 'ctor' ? ctor : 1;
}

/** What each step keeps at the middle of each of so many equal intervals. */
export function keptByInterval(
  faults: readonly SimulatedFault[],
  intervals: number,
): readonly StepValues[] {
  return Array.from({ length: intervals }, (_, place) => keptAt(faults, (place + 0.5) / intervals));
}

/**
 * What each step keeps over a whole LIVE of so many intervals: means over time, CTOR's weighted by
 * the taps that led to it.
 */
export function keptOverall(faults: readonly SimulatedFault[], intervals: number): StepValues {
  const kept = keptByInterval(faults, intervals);
  const clicks = kept.reduce((sum, { liveCtr }) => sum + liveCtr, 0);
  const orders = kept.reduce((sum, { liveCtr, ctor }) => sum + liveCtr * ctor, 0);
  const throughout = keptAt(
    faults.filter(({ kind }) => kind === 'step'),
    0,
  );
  return { ...throughout, liveCtr: clicks / intervals, ctor: orders / clicks };
}
