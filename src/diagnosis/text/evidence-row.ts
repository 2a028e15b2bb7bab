import type { MessageKey, Text, TextValue } from '../../metrics/text.ts';
import type { Evidence } from '../report.ts';
import { cell } from './wording.ts';

/** One row of evidence: what it is, this LIVE's figure, and what it is held against. */
export function evidenceRow(
  label: MessageKey | Text,
  yours: TextValue | Text,
  benchmark?: TextValue | Text,
): Evidence {
  return {
    label: typeof label === 'string' ? { key: label } : label,
    yours: asText(yours),
    ...(benchmark === undefined ? {} : { benchmark: asText(benchmark) }),
  };
}

const asText = (value: TextValue | Text): Text => ('kind' in value ? cell(value) : value);
