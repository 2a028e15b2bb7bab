import type { Finding, Potential, Report, StepPotential } from '../../diagnosis/report.ts';
import { targetName } from '../../diagnosis/text/target-name.ts';
import { figureValue } from '../../diagnosis/text/wording.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';

/** The step whose money a finding carries; undefined for one that only explains a step. */
export function stepCarriedBy(
  { step, evidence }: Finding,
  potential: Potential | undefined,
): StepPotential | undefined {
  const carries = evidence.some(({ target }) => target !== undefined);
  return carries ? potential?.steps.find(({ id }) => id === step) : undefined;
}

/** What a step's target is, and what its usual level rests on, in sentences. */
export function stepBasis(
  { target, prior }: StepPotential,
  { potential }: Pick<Report, 'potential'>,
): readonly Text[] {
  return [
    ...(target === undefined
      ? []
      : [{ key: 'potential_target', values: { target: targetName(target) } } as const]),
    usual(prior, potential?.conditions ?? 'all'),
  ];
}

/** The step with counting noise taken out: one more figure, for those who ask why. */
export function likelyLevel(
  { metric: shown, now: { value, low = value, high = value } }: StepPotential,
  { currency }: Pick<Report, 'currency'>,
): Text {
  const figure = (level: number) => figureValue(shown, level, currency);
  return {
    key: 'potential_now',
    values: { now: figure(value), low: figure(low), high: figure(high) },
  };
}

function usual({ rests, lives }: StepPotential['prior'], matched: Potential['conditions']): Text {
  switch (rests) {
    case 'own':
      return { key: ownLives[matched], values: { count: { kind: 'count', value: lives } } };
    case 'benchmark':
      return { key: 'potential_prior_benchmark' };
    case 'nothing':
      return { key: 'potential_prior_none' };
  }
}

const ownLives = {
  'length-and-time': 'potential_prior_own_lengthAndTime',
  length: 'potential_prior_own_length',
  all: 'potential_prior_own',
} as const satisfies Record<Potential['conditions'], MessageKey>;
