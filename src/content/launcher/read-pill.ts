import type { PillSays } from '../../platform/pill.ts';

/** Reads out of a message what the closed tab says; undefined when the message doesn't say. */
export function readPill(value: unknown): PillSays | undefined {
  if (value === 'due') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('text' in value) || !('name' in value) || !('tone' in value)) return undefined;
  const { text, name, tone } = value;
  if (typeof text !== 'string' || typeof name !== 'string') return undefined;
  return tone === 'low' || tone === 'plain' || tone === 'high' ? { text, name, tone } : undefined;
}
