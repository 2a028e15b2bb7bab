import fc from 'fast-check';
import type { Stopwatch } from './stopwatch.ts';

/** A reader or parser with the inputs that it is tried with. */
export interface FuzzedReader {
  /** As a report names it. */
  readonly name: string;
  /** The files of `src` whose reading is tried, by their paths. */
  readonly reads: readonly string[];
  /** How much of all inputs it is tried with, beside the shares of others. */
  readonly share: number;
  /** Tries so many inputs, the same of one seed, up to the first that is read wrongly, and makes that smaller. */
  readonly fuzz: (drawn: Drawn, watch: Stopwatch) => Promise<Tried>;
}

interface Drawn {
  readonly seed: number;
  readonly inputs: number;
}

/** What came of a reader's inputs. */
export interface Tried {
  readonly inputs: number;
  readonly failure?: {
    readonly problem: string;
    /** The smallest input that was found to be read wrongly, as text. */
    readonly input: string;
  };
}

interface Fuzzing<Input, Answer> extends Omit<FuzzedReader, 'fuzz'> {
  readonly inputs: fc.Arbitrary<Input>;
  /** What is tried and timed. It may throw nothing: where a reader promises that it throws, that is caught here. */
  readonly read: (input: Input) => Answer | Promise<Answer>;
  /** How long it may take, in milliseconds of the processor, where that is longer than a reader may. */
  readonly longest?: number;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly wrong?: (answer: Answer, input: Input) => string | undefined;
}

/** So long an input that is read wrongly is made smaller, in milliseconds. */
const SHRINKING_MS = 5_000;
const MOST_SHOWN = 2_000;

/** A reader to be fuzzed, by what it is given, how it reads that, and what would be wrong with an answer. */
export function fuzzed<Input, Answer>(fuzzing: Fuzzing<Input, Answer>): FuzzedReader {
  const { inputs: arbitrary, read, wrong, longest, ...about } = fuzzing;
  return {
    ...about,
    async fuzz({ seed, inputs }, watch) {
      let isFound = false;
      let until = Number.POSITIVE_INFINITY;
      const property = fc.asyncProperty(arbitrary, async (input) => {
        if (performance.now() > until) return;
        try {
          const answer = await watch.time(about.name, longest ?? longestFor(input), () =>
            read(input),
          );
          const problem = wrong?.(answer, input);
          if (problem !== undefined) throw new Error(problem);
        } catch (error) {
          if (!isFound) until = performance.now() + SHRINKING_MS;
          isFound = true;
          throw error;
        }
      });
      const { numRuns, counterexample, errorInstance } = await fc.check(property, {
        seed,
        numRuns: inputs,
      });
      if (counterexample === null) return { inputs: numRuns };
      const shown = fc.stringify(counterexample[0]);
      const input = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;
      return { inputs: numRuns, failure: { problem: String(errorInstance), input } };
    },
  };
}

/** Longer no reader may take for an input, in milliseconds of the processor; for a long one as many times more. */
const LONGEST_MS = 50;
const LONG_INPUT = 32_768;
const longestFor = (input: unknown): number =>
  LONGEST_MS * Math.max(1, lengthOf(input) / LONG_INPUT);

/** How long an input is, or the texts and files in it. */
function lengthOf(input: unknown): number {
  if (typeof input === 'string' || input instanceof Uint8Array) return input.length;
  if (typeof input !== 'object' || input === null) return 0;
  return Object.values(input).reduce<number>(
    (sum, one) => sum + (typeof one === 'string' || one instanceof Uint8Array ? one.length : 0),
    0,
  );
}
