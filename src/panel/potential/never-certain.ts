import type { Text, TextValue } from '../../metrics/text.ts';
import { shareText } from '../diagnosis/sureness.ts';

/** The values of a sentence that are probabilities; other percentages stand for rates. */
const chances = new Set(['sureness', 'top', 'healthy']);

/** A sentence whose probabilities are told as everywhere else: in whole percent, and never as certain. */
export function neverCertain(text: Text, locale: string): Text {
  const { key, values } = text;
  if (values === undefined) return text;
  const told = Object.entries(values).map(([name, value]): [string, TextValue] =>
    chances.has(name) && value.kind === 'percent'
      ? [name, { kind: 'text', text: shareText(value.value, locale) }]
      : [name, value],
  );
  return { key, values: Object.fromEntries(told) };
}
