import type {
  Estimate,
  Potential,
  Report,
  StepPotential,
  StepTarget,
} from '../diagnosis/report.ts';
import { stepName } from '../diagnosis/text/step-words.ts';
import { targetName } from '../diagnosis/text/target-name.ts';
import { moneyText, valueText } from '../diagnosis/text/value-text.ts';
import { metric } from '../metrics/catalogue.ts';
import { table } from './table.ts';
import type { TerminalKey, TerminalText, TerminalValue, TerminalWriter } from './text.ts';

/** What the steps could bring, as a table in the order in which to change them; nothing where it isn't known. */
export function potentialLines(
  { potential, currency }: Report,
  write: TerminalWriter['write'],
): string[] {
  if (potential === undefined) return [];
  const cell = (value: TerminalValue): string => write({ key: 'cli_value', values: { value } });
  const money = (value: number): TerminalValue => moneyText(value, currency, 'estimate');
  const end = (value: number): TerminalValue => moneyText(value, currency, 'bound');
  const rows = potential.steps.map((step) => {
    const { now, target, attain, sureness } = step;
    const { unit } = metric(step.metric);
    return [
      write({ key: 'cli_value', values: { value: stepName(step) } }),
      cell(valueText(unit, now.value, currency)),
      target === undefined ? '' : cell(valueText(unit, target.value, currency)),
      attain === undefined ? '' : write(interval(attain, money, end)),
      sureness === undefined ? '' : cell({ kind: 'percent', value: sureness }),
      write({ key: verdicts[step.verdict] }),
      target === undefined ? '' : write(source(target)),
    ];
  });
  const head = heads.map((key) => write({ key }));
  const notes = [
    ...(potential.joint === undefined ? [] : [write(joint(potential.joint, money, end))]),
    ...remarks(potential).map((key) => write({ key })),
  ];
  return [write({ key: 'cli_potential' }), ...table([['', ...head, '', ''], ...rows]), ...notes];
}

const heads: readonly TerminalKey[] = [
  'cli_potential_now',
  'cli_potential_target',
  'cli_potential_worth',
  'cli_potential_sure',
];

const verdicts = {
  pull: 'cli_potential_pull',
  unsure: 'cli_potential_unsure',
  fine: 'cli_potential_fine',
} as const satisfies Record<StepPotential['verdict'], TerminalKey>;

function interval(
  { value, low, high }: Estimate,
  money: (value: number) => TerminalValue,
  end: (value: number) => TerminalValue,
): TerminalText {
  return low === undefined || high === undefined
    ? { key: 'cli_value', values: { value: money(value) } }
    : {
        key: 'cli_finding_interval',
        values: { money: money(value), low: end(low), high: end(high) },
      };
}

function joint(
  { value, low, high }: Estimate,
  money: (value: number) => TerminalValue,
  end: (value: number) => TerminalValue,
): TerminalText {
  return {
    key: 'cli_potential_joint',
    values: { money: money(value), low: end(low ?? value), high: end(high ?? value) },
  };
}

function source(target: StepTarget): TerminalText {
  const values = { target: targetName(target) };
  return target.n === undefined
    ? { key: 'cli_potential_sourceAlone', values }
    : {
        key: 'cli_potential_source',
        values: { ...values, count: { kind: 'count', value: target.n } },
      };
}

function remarks({ conditions, steps }: Potential): TerminalKey[] {
  return [
    ...(conditions === 'length-and-time' ? (['cli_potential_lengthAndTime'] as const) : []),
    ...(conditions === 'length' ? (['cli_potential_length'] as const) : []),
    ...(steps.some(({ prior }) => prior.rests === 'benchmark')
      ? (['cli_potential_prior'] as const)
      : []),
  ];
}
