import type { ProposedItem } from '../../diagnosis/plan/proposal.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** What is said of a proposal's items together: that one is tested, and what becomes of the others meanwhile. */
export function testWords(items: readonly Pick<ProposedItem, 'role'>[]): readonly MessageKey[] {
  const has = (role: ProposedItem['role']): boolean => items.some((item) => item.role === role);
  if (!has('tested')) return [];
  return [
    ...(has('along') ? (['plan_proposed_along'] as const) : []),
    ...(has('waits') ? (['plan_proposed_waits'] as const) : []),
  ];
}
