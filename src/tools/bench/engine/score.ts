import { type Estimated, Gathered } from './mean.ts';
import type { StepName, StepValues } from './steps.ts';
import { bestFirst, jointGain } from './truth.ts';

/** How a rule did over the rooms of a cell. */
export interface RuleScore {
  /** Share of the best attainable money that the first advice captures, mean over rooms with something to gain. */
  readonly first: Estimated;
  /** What the first three are worth together ÷ what the best three are. */
  readonly three: Estimated;
  /** Share of the rooms with something to gain in which nothing was advised; they capture nothing. */
  readonly silent: Estimated;
  /** Share of healthy rooms in which something was advised. */
  readonly alarms: Estimated;
}

/** How many advices count as "the first three". */
const THREE = 3;

/** Keeps a rule's score, room by room. */
export class Scorer {
  readonly #first = new Gathered();
  readonly #three = new Gathered();
  readonly #silent = new Gathered();
  readonly #alarms = new Gathered();

  /** A room with something to gain. */
  advised(gains: StepValues, advice: readonly StepName[]): void {
    const { first, three } = captureOf(gains, advice);
    this.#first.add(first);
    this.#three.add(three);
    this.#silent.add(advice.length === 0 ? 1 : 0);
  }

  /** A healthy room. */
  alarmed(advice: readonly StepName[]): void {
    this.#alarms.add(advice.length > 0 ? 1 : 0);
  }

  get score(): RuleScore {
    return {
      first: this.#first.result,
      three: this.#three.result,
      silent: this.#silent.result,
      alarms: this.#alarms.result,
    };
  }
}

/** What advice captures of the best attainable money of a room with something to gain. */
export function captureOf(
  gains: StepValues,
  advice: readonly StepName[],
): { readonly first: number; readonly three: number } {
  const best = bestFirst(gains);
  return {
    first: jointGain(gains, advice.slice(0, 1)) / jointGain(gains, best.slice(0, 1)),
    three: jointGain(gains, advice.slice(0, THREE)) / jointGain(gains, best.slice(0, THREE)),
  };
}
