import { currencyOf } from '../diagnosis/currency.ts';
import { type Account, accountOf } from '../metrics/live/account.ts';
import { type OwnedLive, ownLives } from '../metrics/live/own.ts';
import type { Session } from '../metrics/session.ts';
import type { EarlierLive } from '../sources/session-file.ts';

/**
 * The LIVEs of a file's history that are own LIVEs of its session, by the rule of the panel. A LIVE that
 * names no creator is taken for one of the session's account, as the file says it is.
 */
export function ownHistory(
  session: Session,
  history: readonly EarlierLive[],
): readonly EarlierLive[] {
  const { creator = {}, ...room } = session.room;
  const account = { ...accountOf(creator), ...room };
  const here: OwnedLive = {
    id: room.id,
    room: isNamed(account) ? account : { ...nobody, ...room },
    currency: currencyOf(session),
    figures: session.figures,
  };
  const lives = history.map((live) => {
    const named = accountOf(live.creator ?? {});
    const { startedAt, endedAt, currency, figures } = live;
    const account = isNamed(named) ? named : ownerOf(here.room);
    return { live, room: { ...account, startedAt, endedAt }, currency, figures };
  });
  return ownLives(here, lives, {}).own.map(({ live }) => live);
}

const ownerOf = ({ accountId, accountHandle }: Account): Account => ({ accountId, accountHandle });

/** Stands for the account of a file in which nothing names one. */
const nobody = accountOf({ handle: 'unnamed' });

const isNamed = ({ accountId, accountHandle }: Account): boolean =>
  accountId !== undefined || accountHandle !== undefined;
