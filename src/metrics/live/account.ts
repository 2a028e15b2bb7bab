import * as v from 'valibot';
import {
  type AccountHandle,
  AccountHandleSchema,
  type AccountId,
  AccountIdSchema,
  type ShopId,
  ShopIdSchema,
} from '../ids.ts';

/** What identifies the account that streams a LIVE, as far as it is known. */
export interface Account {
  readonly accountId?: AccountId | undefined;
  readonly accountHandle?: AccountHandle | undefined;
}

/**
 * Reads an account out of what an answer, a file or an older record calls its creator. What can't be the
 * number or the handle of an account (a display name with blanks, a rounded number) is left out.
 */
export function accountOf(creator: {
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
}): Account {
  const id = v.safeParse(AccountIdSchema, creator.id?.trim());
  const named = creator.handle?.trim().replace(/^@/, '').toLowerCase();
  const handle = v.safeParse(AccountHandleSchema, named);
  return {
    ...(id.success ? { accountId: id.output } : {}),
    ...(handle.success ? { accountHandle: handle.output } : {}),
  };
}

/** Reads the number of a shop; undefined where it is none. */
export function shopOf(id: unknown): ShopId | undefined {
  const read = v.safeParse(ShopIdSchema, typeof id === 'string' ? id.trim() : id);
  return read.success ? read.output : undefined;
}
