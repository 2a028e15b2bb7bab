import { normal } from '../../../sources/sample/draws.ts';
import type { Random } from '../../../sources/sample/random.ts';
import { assumptions, type Profile } from './assumptions.ts';
import { apply, cholesky, matrixOf } from './matrix.ts';
import { eachStep, type StepValues, stepNames, stepsFromList } from './steps.ts';

/** z of the assumed own quantile (0.75). */
const OWN_QUANTILE_Z = 0.6744897501960817;

/** A shop with its persistent level of each step: the medians over its LIVEs. */
export interface Shop {
  readonly profile: Profile;
  readonly level: StepValues;
}

const { roomSpread, shopSpread, roomCorrelations } = assumptions;

/** Covariance of ln of the steps between the LIVEs of one shop. */
export const roomCovariance = matrixOf(stepNames.length, (row, column) => {
  const [a, b] = [stepNames[row], stepNames[column]];
  const correlation = roomCorrelations.value[row]?.[column] ?? 0;
  return a === undefined || b === undefined
    ? 0
    : correlation * roomSpread.value[a] * roomSpread.value[b];
});

const roomTriangle = cholesky(roomCovariance);

export function drawShop(random: Random): Shop {
  const profiles = assumptions.profiles.value;
  const profile = profiles[Math.floor(random() * profiles.length)];
  if (profile === undefined) throw new Error('There is at least one profile.');
  const level = eachStep(
    (step) => profile.median[step] * Math.exp(shopSpread.value[step] * normal(random)),
  );
  return { profile, level };
}

/** The steps of one LIVE of the shop, before faults: its level, with the usual ups and downs. */
export function drawUsual(random: Random, { level }: Shop): StepValues {
  const shift = stepsFromList(
    apply(
      roomTriangle,
      stepNames.map(() => normal(random)),
    ),
  );
  return eachStep((step) => level[step] * Math.exp(shift[step]));
}

/** The market's line for each step: the mean of a log-normal over all LIVEs of the shops of a kind. */
export function benchmarkOf({ median }: Profile): StepValues {
  return eachStep(
    (step) =>
      median[step] * Math.exp((shopSpread.value[step] ** 2 + roomSpread.value[step] ** 2) / 2),
  );
}

/** The lower of the benchmark and the shop's own quantile over its LIVEs, as if infinitely many were known. */
export function attainableOf(level: StepValues, benchmark: StepValues): StepValues {
  return eachStep((step) =>
    Math.min(benchmark[step], level[step] * Math.exp(OWN_QUANTILE_Z * roomSpread.value[step])),
  );
}
