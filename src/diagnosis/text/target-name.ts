import type { TextValue } from '../../metrics/text.ts';
import type { StepTarget } from '../report.ts';
import { basisName } from './basis-name.ts';

/** What a step is held against, as a phrase inside a sentence. */
export function targetName({ kind, basis }: StepTarget): TextValue {
  switch (kind) {
    case 'benchmark':
      return basis === undefined || basis === 'market'
        ? { kind: 'phrase', phrase: { key: 'report_target_market' } }
        : basisName(basis);
    case 'own-p75':
      return { kind: 'phrase', phrase: { key: 'report_target_own_p75' } };
    case 'custom':
      return { kind: 'phrase', phrase: { key: 'report_target_custom' } };
  }
}
