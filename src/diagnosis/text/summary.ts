import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import type { Estimate, Finding, Gap, Potential, StepId, StepTarget } from '../report.ts';
import { stepWords } from './step-words.ts';
import { targetName } from './target-name.ts';
import { moneyText, valueText } from './value-text.ts';

/** One sentence: the first step to fix and its money per hour, or why there is none. */
export function summaryOf(
  gap: Gap,
  potential: Potential | undefined,
  findings: readonly Finding[],
  currency: CurrencyCode | undefined,
): Text {
  const found = findings.find(({ state, money }) => state === 'gap' && money !== undefined);
  const step = potential?.steps.find(({ id }) => id === found?.step);
  if (found?.money !== undefined && step?.target !== undefined) {
    return fixText(step.id, found.money, step.target, currency);
  }
  if (gap.state === 'missing' && potential?.steps.every(({ target }) => target === undefined)) {
    return missingText(gap.yours, gap.benchmark);
  }
  if (potential === undefined) {
    return gap.state === 'missing'
      ? missingText(gap.yours, gap.benchmark)
      : { key: 'report_summary_missing' };
  }
  for (const { id, verdict } of potential.steps) {
    const unsure = findings.find(
      (one) => one.state === 'not-enough-data' && one.step === id && one.needs !== undefined,
    );
    if (verdict === 'unsure' && unsure?.needs !== undefined) {
      return unsureText(unsure, unsure.needs);
    }
  }
  return {
    key: 'report_summary_fine',
    values: {
      target: { kind: 'message', message: choices[potential.choice] },
      yours: valueText('money-per-hour', potential.yours.value, currency),
    },
  };
}

const choices = {
  attainable: 'report_target_attainable',
  peer: 'report_target_peer',
  custom: 'report_target_custom',
} as const satisfies Record<Potential['choice'], MessageKey>;

function fixText(
  step: StepId,
  money: Estimate,
  target: StepTarget,
  currency: CurrencyCode | undefined,
): Text {
  return {
    key: 'report_summary_fix',
    values: {
      deed: { kind: 'message', message: stepWords[step].deed },
      target: targetName(target),
      money: moneyText(money.value, currency, 'estimate'),
      low: moneyText(money.low ?? money.value, currency, 'bound'),
      high: moneyText(money.high ?? money.value, currency, 'bound'),
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
  if (own !== undefined) return namedMissing('report_summary_missing_yours', own, others);
  const [first, ...rest] = benchmark;
  return first === undefined
    ? { key: 'report_summary_missing' }
    : namedMissing('report_summary_missing_benchmark', first, rest);
}

function namedMissing(
  key: 'report_summary_missing_yours' | 'report_summary_missing_benchmark',
  first: MetricId,
  others: readonly MetricId[],
): Text {
  const name = (id: MetricId) => ({ kind: 'message', message: metric(id).name }) as const;
  const [second] = others;
  if (second === undefined) return { key, values: { metric: name(first) } };
  if (others.length === 1) {
    return { key: `${key}_two`, values: { metric: name(first), other: name(second) } };
  }
  return {
    key: `${key}_more`,
    values: { metric: name(first), count: { kind: 'count', value: others.length } },
  };
}
