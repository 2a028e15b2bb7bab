import type { Owner } from '../../metrics/board/plan.ts';
import type { I18n } from '../design/i18n.ts';

export const ownerNames = {
  host: 'plan_owner_host',
  operator: 'plan_owner_operator',
  ads: 'plan_owner_ads',
} as const;

/** Who sees to an item, in one line. */
export const ownerNamesOf = (owners: readonly Owner[], { t }: I18n): string =>
  owners.map((owner) => t(ownerNames[owner])).join(', ');
