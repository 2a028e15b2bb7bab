import type { PillSays } from '../../platform/pill.ts';
import { fieldsOf } from './fields-of.ts';

/** Reads out of a message what the closed tab says; undefined when the message doesn't say. */
export function readPill(value: unknown): PillSays | undefined {
  if (value === 'due') return value;
  const { text, name, tone } = fieldsOf(value);
  if (typeof text !== 'string' || typeof name !== 'string') return undefined;
  return tone === 'low' || tone === 'plain' || tone === 'high' ? { text, name, tone } : undefined;
}
