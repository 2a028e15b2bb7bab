import type { Finding, Potential, Report, StepPotential } from '../../diagnosis/report.ts';
import { valueText } from '../../diagnosis/text/value-text.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';

/** The step whose money a finding carries; undefined for one that only explains a step. */
export function stepCarriedBy(
  { step, evidence }: Finding,
  potential: Potential | undefined,
): StepPotential | undefined {
  const carries = evidence.some(({ label }) => label.key === 'report_target_row');
  return carries ? potential?.steps.find(({ id }) => id === step) : undefined;
}

/** What a step's result rests on, in sentences: the step itself and its usual level; the target stands among the evidence. */
export function stepBasis(
  step: StepPotential,
  report: Pick<Report, 'potential' | 'currency'>,
): readonly Text[] {
  const { id, now, prior } = step;
  const figure = (value: number) => valueText(metric(id).unit, value, report.currency);
  const { value, low = value, high = value } = now;
  return [
    { key: 'potential_now', values: { now: figure(value), low: figure(low), high: figure(high) } },
    usual(prior),
    ...(prior.rests === 'own' && report.potential !== undefined
      ? conditions[report.potential.conditions].map((key): Text => ({ key }))
      : []),
  ];
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
