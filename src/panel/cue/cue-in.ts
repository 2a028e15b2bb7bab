import * as v from 'valibot';
import { isAddress } from '../../metrics/address.ts';
import { type PlanId, PlanIdSchema } from '../../metrics/board/plan.ts';
import type { Which } from '../state/ports.ts';

/** Which plan's cue card an address asks for; without a plan where it names none that can be read. */
export interface Cue {
  readonly plan?: PlanId;
  readonly which: Which;
}

/** What the page's own address asks for (`?view=cue&which=shop&plan=…`); undefined for the panel itself. */
export function cueIn(address: string): Cue | undefined {
  if (!isAddress(address)) return undefined;
  const { searchParams } = new URL(address);
  if (searchParams.get('view') !== 'cue') return undefined;
  const plan = v.safeParse(PlanIdSchema, searchParams.get('plan'));
  const which = searchParams.get('which') === 'sample' ? 'sample' : 'shop';
  return plan.success ? { plan: plan.output, which } : { which };
}
