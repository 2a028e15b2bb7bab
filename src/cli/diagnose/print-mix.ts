import type { Mix } from '../../diagnosis/course/mix.ts';
import { moneyText } from '../../diagnosis/text/value-text.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { sourceName } from '../../metrics/source-names.ts';
import { table } from '../table.ts';
import type { TerminalKey, TerminalWriter } from '../text.ts';
import { cutName, wrap } from './wrap.ts';

/** Parts that are printed, the widest difference first. */
const MOST_PARTS = 10;

/** What is less than this share of the whole is the rest of a sum, and no money. */
const NOTHING = 1e-9;

/** From the usual GMV an hour to this LIVE's: all of it, then part by part. What a LIVE gained stands above zero. */
export function mixLines(
  mix: Mix,
  currency: CurrencyCode | undefined,
  write: TerminalWriter['write'],
): string[] {
  const contradicts = mix.rest !== 0;
  const heads: readonly TerminalKey[] = [
    'panel_mix_part',
    'panel_mix_usual_short',
    ...(['panel_mix_volume', 'panel_mix_mix', 'panel_mix_rates'] as const),
    ...(contradicts ? (['panel_mix_rest'] as const) : []),
    'panel_mix_yours',
  ];
  const money = (value: number): string => {
    const shown = Math.abs(value) <= NOTHING * mix.usual ? 0 : value;
    return write({ key: 'cli_value', values: { value: moneyText(shown, currency, mix.detail) } });
  };
  const row = (name: string, { usual, yours, volume, mix: moved, rates, rest }: Split) => {
    const all = rates.reduce((sum, rate) => sum + rate, 0);
    const lost = [volume, moved, all, ...(contradicts ? [rest] : [])];
    return [name, money(usual), ...lost.map((value) => money(-value)), money(yours)];
  };
  const parts = mix.parts.toSorted(
    (a, b) => Math.abs(b.yours - b.usual) - Math.abs(a.yours - a.usual),
  );
  const more = parts.length - MOST_PARTS;
  return [
    ...wrap(write(mix.text)),
    ...table([
      heads.map((key) => write({ key })),
      row(write({ key: 'cli_mix_all' }), mix),
      ...parts.slice(0, MOST_PARTS).map((part) => row(cutName(nameOf(part.name), 26), part)),
    ]).map((line) => `  ${line}`),
    ...(more > 0
      ? wrap(write({ key: 'cli_mix_more', values: { count: { kind: 'count', value: more } } }))
      : []),
  ];

  function nameOf(part: string): string {
    const source = mix.by === 'source' ? sourceName(part) : undefined;
    return source === undefined ? (mix.names[part] ?? part) : write({ key: source });
  }
}

type Split = Pick<Mix, 'usual' | 'yours' | 'volume' | 'mix' | 'rates' | 'rest'>;
