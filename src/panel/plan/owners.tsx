import type { JSX } from 'preact';
import type { Owner } from '../../metrics/board/plan.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';

export const ownerNames = {
  host: 'plan_owner_host',
  operator: 'plan_owner_operator',
  ads: 'plan_owner_ads',
} as const;

/** Who sees to an item. */
export function Owners({ owners }: { owners: readonly Owner[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <span class="plan-owners">
      {owners.map((owner) => (
        <Chip key={owner} tone="plain">
          {t(ownerNames[owner])}
        </Chip>
      ))}
    </span>
  );
}
