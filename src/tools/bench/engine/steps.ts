/** The five steps whose product is GMV per hour, from the top. Named as in the product, held apart from its engine. */
export const stepNames = [
  'impressionsPerHour',
  'tapThroughRate',
  'liveCtr',
  'ctor',
  'aov',
] as const;
export type StepName = (typeof stepNames)[number];

/** One number for each step. */
export type StepValues = Readonly<Record<StepName, number>>;

/** Works out a number for each step. */
export function eachStep(work: (step: StepName) => number): StepValues {
  return {
    impressionsPerHour: work('impressionsPerHour'),
    tapThroughRate: work('tapThroughRate'),
    liveCtr: work('liveCtr'),
    ctor: work('ctor'),
    aov: work('aov'),
  };
}

/** GMV per hour: the product of the steps. */
export function productOfSteps(steps: StepValues): number {
  return stepNames.reduce((product, step) => product * steps[step], 1);
}

/** The numbers in the order of {@link stepNames}. */
export function listOf(steps: StepValues): readonly number[] {
  return stepNames.map((step) => steps[step]);
}

/** The reverse of {@link listOf}; what the list lacks is NaN. */
export function stepsFromList(list: ArrayLike<number>): StepValues {
  return eachStep((step) => list[stepNames.indexOf(step)] ?? Number.NaN);
}
