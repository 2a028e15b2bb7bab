import type {
  Finding,
  Potential,
  Report,
  StepPotential,
  StepTarget,
} from '../../diagnosis/report.ts';
import { targetName } from '../../diagnosis/target-name.ts';
import { valueText } from '../../diagnosis/value-text.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey, Text, TextValue } from '../../metrics/text.ts';

/** The step whose money a finding carries; undefined for one that only explains a step. */
export function stepCarriedBy(
  { step, evidence }: Finding,
  potential: Potential | undefined,
): StepPotential | undefined {
  const carries = evidence.some(({ label }) => label.key === 'report_target_row');
  return carries ? potential?.steps.find(({ id }) => id === step) : undefined;
}

/** What a step's result rests on, in sentences: what it is held against, the step itself, and its usual level. */
export function basisOf(step: StepPotential, report: Report): readonly Text[] {
  const { id, now, target, prior } = step;
  const figure = (value: number) => valueText(metric(id).unit, value, report.currency);
  const { value, low = value, high = value } = now;
  return [
    ...(target === undefined ? [] : [against(target, figure(target.value))]),
    { key: 'potential_now', values: { now: figure(value), low: figure(low), high: figure(high) } },
    usual(prior),
    ...(prior.rests === 'own' && report.potential !== undefined
      ? conditions[report.potential.conditions].map((key): Text => ({ key }))
      : []),
  ];
}

function against(target: StepTarget, goal: TextValue): Text {
  const values = { target: targetName(target), goal };
  const { n } = target;
  return n === undefined
    ? { key: 'potential_against', values }
    : { key: 'potential_against_lives', values: { ...values, count: { kind: 'count', value: n } } };
}

function usual({ rests, lives }: StepPotential['prior']): Text {
  switch (rests) {
    case 'own':
      return { key: 'potential_prior_own', values: { count: { kind: 'count', value: lives } } };
    case 'benchmark':
      return { key: 'potential_prior_benchmark' };
    case 'nothing':
      return { key: 'potential_prior_none' };
  }
}

const conditions = {
  'length-and-time': ['potential_matched_length_and_time'],
  length: ['potential_matched_length'],
  all: [],
} as const satisfies Record<Potential['conditions'], readonly MessageKey[]>;
