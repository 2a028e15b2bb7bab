import { type Account, accountOf } from '../../metrics/live/account.ts';
import type { RoomInfo, Session } from '../../metrics/session.ts';

/** An account that the LIVEs of a file may be of, where the file doesn't say so. */
export interface FileAccount extends Account {
  readonly name: string;
  readonly creator?: RoomInfo['creator'];
  /** LIVEs of it that are known. */
  readonly lives: number;
}

/** The accounts of LIVEs, the one with most first; a number and a handle that one LIVE names are one account. */
export function accountsIn(rooms: readonly RoomInfo[]): readonly FileAccount[] {
  const numbers = new Map(
    rooms.flatMap(({ accountId, accountHandle }) =>
      accountId === undefined || accountHandle === undefined ? [] : [[accountHandle, accountId]],
    ),
  );
  const found = new Map<string, FileAccount>();
  for (const { accountId, accountHandle, creator } of rooms) {
    const id = accountId ?? (accountHandle === undefined ? undefined : numbers.get(accountHandle));
    const key = id ?? accountHandle;
    if (key === undefined) continue;
    const before = found.get(key);
    found.set(key, {
      accountId: before?.accountId ?? id,
      accountHandle: before?.accountHandle ?? accountHandle,
      name: before?.name ?? nameOf({ accountHandle, creator }) ?? key,
      creator: before?.creator ?? creator,
      lives: (before?.lives ?? 0) + 1,
    });
  }
  return [...found.values()].toSorted((one, other) => other.lives - one.lives);
}

/** The account of a handle as the seller types it; undefined where it can't be one. */
export function typedAccount(handle: string): FileAccount | undefined {
  const { accountHandle } = accountOf({ handle });
  if (accountHandle === undefined) return undefined;
  return { accountHandle, name: `@${accountHandle}`, creator: { handle: accountHandle }, lives: 0 };
}

/** A LIVE as one of the account. */
export function ofAccount(
  session: Session,
  { accountId, accountHandle, creator }: FileAccount,
): Session {
  const room = {
    ...session.room,
    ...(accountId === undefined ? {} : { accountId }),
    ...(accountHandle === undefined ? {} : { accountHandle }),
    ...(creator === undefined ? {} : { creator }),
  };
  return { ...session, room };
}

const nameOf = ({
  accountHandle,
  creator,
}: Pick<RoomInfo, 'accountHandle' | 'creator'>): string | undefined =>
  accountHandle === undefined ? creator?.name : `@${accountHandle}`;
