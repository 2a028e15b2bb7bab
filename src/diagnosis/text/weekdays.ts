import type { MessageKey } from '../../metrics/text.ts';

/** Names of the days, Sunday first. */
export const weekdays = [
  'factor_shared_sunday',
  'factor_shared_monday',
  'factor_shared_tuesday',
  'factor_shared_wednesday',
  'factor_shared_thursday',
  'factor_shared_friday',
  'factor_shared_saturday',
] as const satisfies readonly MessageKey[];
