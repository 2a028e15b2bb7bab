import type { VerdictStep } from '../../diagnosis/report.ts';
import type { MessageKey } from '../../metrics/text.ts';

const words = {
  worth: 'verdict_step_fine',
  unsure: 'verdict_step_fine',
  reached: 'verdict_step_reached',
  fine: 'verdict_step_fine',
  untold: 'verdict_step_none',
} as const satisfies Record<VerdictStep['state'], MessageKey>;

/** How a step stands that has no money to gain, in a word or two: at its target or not, or why that isn't known. */
export const stepEnd = ({ state, yours }: Pick<VerdictStep, 'state' | 'yours'>): MessageKey =>
  state === 'untold' && yours === undefined ? 'verdict_step_unknown' : words[state];
