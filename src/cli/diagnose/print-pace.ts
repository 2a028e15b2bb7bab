import type { Pace, PaceRow } from '../../diagnosis/pace/pace.ts';
import { valueText } from '../../diagnosis/text/value-text.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { table } from '../table.ts';
import type { TerminalKey, TerminalText, TerminalWriter } from '../text.ts';
import { wrap } from './wrap.ts';

const standings = {
  behind: 'panel_pace_behind',
  usual: 'panel_pace_usual',
  ahead: 'panel_pace_ahead',
} as const satisfies Record<PaceRow['standing'], TerminalKey>;

/** How a running LIVE stands against own LIVEs at the same minute, and the one step to act on; nothing where it can't be told. */
export function paceLines(
  pace: Pace,
  currency: CurrencyCode | undefined,
  write: TerminalWriter['write'],
): string[] {
  if (pace.state === 'untold') return [];
  const { text, projection, step, rows } = pace;
  const sentences: readonly TerminalText[] = [
    text,
    ...(projection === undefined ? [] : [projection.text]),
    ...(step === undefined
      ? [{ key: 'panel_pace_no_step' } as const]
      : [
          step.act,
          step.text,
          {
            key: 'cli_finding_sureness',
            values: { share: { kind: 'percent', value: Math.min(step.sureness, 0.99) } },
          } as const,
        ]),
  ];
  const heads = (
    ['panel_pace_now', 'panel_pace_then', 'panel_pace_standing'] as const satisfies TerminalKey[]
  ).map((key) => write({ key }));
  return [
    write({ key: 'panel_pace' }),
    ...sentences.flatMap((sentence) => wrap(write(sentence))),
    ...table([['', ...heads], ...rows.map(rowOf)]).map((line) => `  ${line}`),
  ];

  function rowOf({ metric: id, now, usual, standing }: PaceRow): string[] {
    const figure = (value: number) =>
      valueText(metric(id).unit, id === 'gmv' ? value : Math.round(value), currency);
    return [
      write({ key: metric(id).name }),
      write({ key: 'cli_value', values: { value: figure(now) } }),
      write({ key: 'cli_range', values: { low: figure(usual.p25), high: figure(usual.p75) } }),
      write({ key: standings[standing] }),
    ];
  }
}
