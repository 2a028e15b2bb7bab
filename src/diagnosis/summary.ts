import type { Basis } from '../metrics/benchmark.ts';
import { type MetricId, metric } from '../metrics/catalogue.ts';
import type { Text } from '../metrics/text.ts';
import { basisName } from './basis-name.ts';
import type { Finding, Gap, Step } from './report.ts';
import type { SplitGap } from './uncertainty.ts';
import { valueText } from './value-text.ts';

/** One sentence: the biggest lever and its money per hour, or why there is none. */
export function summaryOf(gap: Gap, findings: readonly Finding[], basis: Basis): Text {
  if (gap.state === 'missing') return missingText(gap.yours, gap.benchmark);
  const lever = findings.find(({ state, money }) => state === 'gap' && money !== undefined);
  if (lever?.money !== undefined) return leverText(gap, lever, lever.money);
  const lagging = gap.steps.filter(({ contribution }) => contribution > 0);
  const [widest] = lagging.toSorted((a, b) => b.contribution - a.contribution);
  if (widest === undefined) return healthyText(gap, basis);
  const unsure = findings.find(
    ({ state, step, needs }) =>
      state === 'not-enough-data' && step === widest.id && needs !== undefined,
  );
  return unsure?.needs === undefined ? stepText(gap, widest) : unsureText(unsure, unsure.needs);
}

function leverText(gap: SplitGap, lever: Finding, money: NonNullable<Finding['money']>): Text {
  const step = gap.steps.find(({ id }) => id === lever.step);
  const values = {
    lever: { kind: 'phrase', phrase: lever.title },
    benchmark: basisName(step?.benchmark.basis ?? 'own'),
    money: valueText('money-per-hour', money.value, gap.currency),
  } as const;
  if (money.low === undefined || money.high === undefined) {
    return { key: 'report_summary_lever', values };
  }
  return {
    key: 'report_summary_lever_interval',
    values: {
      ...values,
      low: valueText('money-per-hour', money.low, gap.currency),
      high: valueText('money-per-hour', money.high, gap.currency),
    },
  };
}

/** No factor carries the widest step, so the step speaks for itself. */
function stepText(gap: SplitGap, step: Step): Text {
  return {
    key: 'report_summary_step',
    values: {
      step: { kind: 'message', message: metric(step.id).name },
      benchmark: basisName(step.benchmark.basis),
      money: valueText('money-per-hour', step.contribution, gap.currency),
    },
  };
}

function healthyText(gap: SplitGap, basis: Basis): Text {
  return {
    key: 'report_summary_healthy',
    values: {
      benchmark: basisName(basis),
      yours: valueText('money-per-hour', gap.yours, gap.currency),
    },
  };
}

function unsureText(finding: Finding, needs: Text): Text {
  return {
    key: 'report_summary_unsure',
    values: {
      lever: { kind: 'phrase', phrase: finding.title },
      needs: { kind: 'phrase', phrase: needs },
    },
  };
}

function missingText(yours: readonly MetricId[], benchmark: readonly MetricId[]): Text {
  const [own, ...others] = yours;
  if (own !== undefined) return namedMissing('report_summary_missing_yours', own, others.length);
  const [first, ...rest] = benchmark;
  return first === undefined
    ? { key: 'report_summary_missing' }
    : namedMissing('report_summary_missing_benchmark', first, rest.length);
}

function namedMissing(
  key: 'report_summary_missing_yours' | 'report_summary_missing_benchmark',
  first: MetricId,
  others: number,
): Text {
  const name = { kind: 'message', message: metric(first).name } as const;
  if (others === 0) return { key, values: { metric: name } };
  const more = { kind: 'count', value: others } as const;
  return { key: `${key}_more`, values: { metric: name, count: more } };
}
