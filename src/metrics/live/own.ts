import * as v from 'valibot';
import type { Figures } from '../figure.ts';
import type { AccountHandle, AccountId, RoomId } from '../ids.ts';
import type { CurrencyCode } from '../money.ts';
import type { Account } from './account.ts';
import { hasEnded, type LiveTimes, lengthOf } from './length.ts';
import { isNotSelling, isStub } from './unusual.ts';

/**
 * Whose LIVE it is: the number of an account, its handle where no number is known, or `mine` for an
 * account of the seller's that nothing names.
 */
export const AccountKeySchema = v.pipe(
  v.string(),
  v.regex(/^(?:id:\d{5,24}|@[^\s@]{1,64}|mine)$/),
  v.brand('AccountKey'),
);
type AccountKey = v.InferOutput<typeof AccountKeySchema>;

/** What the seller said of one LIVE: of which account it is, or that it is to be left out. */
export const OwnChoiceSchema = v.union([v.literal('out'), AccountKeySchema]);
export type OwnChoice = v.InferOutput<typeof OwnChoiceSchema>;
/** By room id. */
export type OwnChoices = Readonly<Record<string, OwnChoice>>;

/** As much of a LIVE as tells whose it is, and whether it tells of what is usual. */
export interface OwnedLive {
  /** Absent for a LIVE of a file that names no room; the seller can't have said anything of it. */
  readonly id?: RoomId | undefined;
  readonly room: Account & LiveTimes;
  readonly currency?: CurrencyCode | undefined;
  readonly figures?: Figures | undefined;
  /** What its figures say by {@link isNotSelling}, where that is known already. */
  readonly notSelling?: boolean | undefined;
  readonly simulated?: boolean | undefined;
}

/** A LIVE with a room id, of which the seller can say something. */
export type KnownLive = OwnedLive & { readonly id: RoomId };

/** Why a LIVE is not among the own LIVEs of another. */
export type LeftOut =
  /** The seller took it out. */
  | 'taken-out'
  /** Nothing says whose the LIVE is that is looked at. */
  | 'unknown-here'
  | 'unknown-account'
  | 'other-account'
  /** It has no money, and its account has LIVEs in several currencies. */
  | 'unknown-currency'
  | 'other-currency'
  /** One of the two is made up and the other was sold. */
  | 'simulated'
  /** It broke off after minutes; see `unusual.ts`. */
  | 'stub'
  /** It only had one of the shop's products left in it; see `unusual.ts`. */
  | 'not-selling';

export interface OwnLives<T> {
  /** The account of the LIVE that is looked at, where it is known. */
  readonly account: AccountKey | undefined;
  /** In the order they were given in. */
  readonly own: readonly T[];
  readonly leftOut: readonly { readonly live: T; readonly reason: LeftOut }[];
  /** Whether the LIVE that is looked at is in turn an own LIVE of these; true where there is none. */
  readonly countsItself: boolean;
}

/**
 * Own LIVEs are those of the same account and the same currency. What is usual for a LIVE (targets,
 * trends, mix, best times, outcomes) rests on them alone, without stubs and LIVEs that don't sell. Here
 * and nowhere else it is decided which they are: what the seller said of a LIVE stands above what was
 * answered. `of` itself is left aside.
 */
export function ownLives<T extends OwnedLive>(
  of: OwnedLive,
  all: readonly T[],
  choices: OwnChoices,
): OwnLives<T> {
  const others = all.filter(({ id }) => id === undefined || id !== of.id);
  const known: readonly OwnedLive[] = [of, ...others];
  const owners = accountsAndCurrencies(known, choices);
  const usual = usualLength(known, of, owners);
  const own: T[] = [];
  const leftOut: { live: T; reason: LeftOut }[] = [];
  for (const live of others) {
    const reason = reasonOf(of, live, owners) ?? unusualReason(live, usual, owners);
    if (reason === undefined) own.push(live);
    else leftOut.push({ live, reason });
  }
  const [other] = own;
  return {
    account: owners.accountOf(of),
    own,
    countsItself:
      other === undefined ||
      (reasonOf(other, of, owners) ?? unusualReason(of, usual, owners)) === undefined,
    leftOut,
  };
}

/**
 * Tells whose a LIVE is by what was answered of all of them: an account that one LIVE names by its number
 * and its handle is the same under both. Undefined where nothing says it.
 */
export function answeredAccounts(
  lives: readonly OwnedLive[],
): (live: OwnedLive) => string | undefined {
  return accountsAndCurrencies(lives, {}).accountOf;
}

/**
 * The median length of the LIVEs of one account, in seconds; undefined where none is known. Worked out when it is
 * first asked for, which is where a LIVE may be a stub.
 */
function usualLength(
  lives: readonly OwnedLive[],
  of: OwnedLive,
  { accountOf }: Owners,
): () => number | undefined {
  let known: { readonly median: number | undefined } | undefined;
  const median = (): number | undefined => {
    const account = accountOf(of);
    const lengths: number[] = [];
    for (const live of lives) {
      if (accountOf(live) !== account || !hasEnded(live.room)) continue;
      const length = lengthOf(live.room);
      if (length !== undefined) lengths.push(length);
    }
    return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  };
  return () => {
    known ??= { median: median() };
    return known.median;
  };
}

/** A LIVE that the seller counted in counts, however unusual it is. */
function unusualReason(
  live: OwnedLive,
  usual: () => number | undefined,
  { choiceOf }: Owners,
): LeftOut | undefined {
  if (choiceOf(live) !== undefined) return undefined;
  if (hasEnded(live.room) && isStub(lengthOf(live.room), usual)) return 'stub';
  return (live.notSelling ?? isNotSelling(live.figures ?? {})) ? 'not-selling' : undefined;
}

/**
 * What the seller has to have said for a LIVE to count among the own LIVEs of another, or not to; `null`
 * takes back what was said, where the answers alone come to the same.
 */
export function choiceFor(
  counts: boolean,
  { live, of, all }: { live: KnownLive; of: KnownLive; all: readonly OwnedLive[] },
  choices: OwnChoices,
): Readonly<Record<string, OwnChoice | null>> {
  const { [live.id]: _, ...others } = choices;
  const { own, account } = ownLives(of, all, others);
  const isOwn = own.some(({ id }) => id === live.id);
  if (counts === isOwn) return { [live.id]: null };
  if (!counts) return { [live.id]: 'out' };
  if (account !== undefined) return { [live.id]: account };
  return { [live.id]: MINE, [of.id]: MINE };
}

const MINE = v.parse(AccountKeySchema, 'mine');
/** Keys are asked for once a LIVE, of thousands of LIVEs of few accounts. */
function remembered<K>(keyOf: (id: K) => string): (id: K) => AccountKey {
  const known = new Map<K, AccountKey>();
  return (id) => {
    const key = known.get(id) ?? v.parse(AccountKeySchema, keyOf(id));
    known.set(id, key);
    return key;
  };
}

export interface Owners {
  readonly accountOf: (live: OwnedLive) => AccountKey | undefined;
  /** Undefined where its account has several; `none` where it has none at all. */
  readonly currencyOf: (live: OwnedLive) => string | undefined;
  /** What the seller said of it. */
  readonly choiceOf: (live: OwnedLive) => OwnChoice | undefined;
}

/** Works out the account and the currency of each LIVE from what is known of all of them. */
export function accountsAndCurrencies(lives: readonly OwnedLive[], choices: OwnChoices): Owners {
  const said = new Map(Object.entries(choices));
  const choiceOf = ({ id }: OwnedLive): OwnChoice | undefined =>
    id === undefined || said.size === 0 ? undefined : said.get(id);
  const ofHandle = remembered((handle: AccountHandle) => `@${handle}`);
  const ofNumber = remembered((number: AccountId) => `id:${number}`);
  const byNumber = new Map<string, AccountKey | 'several'>();
  for (const { room } of lives) {
    const { accountId, accountHandle } = room;
    if (accountId === undefined || accountHandle === undefined) continue;
    const [handle, number] = [ofHandle(accountHandle), ofNumber(accountId)];
    const known = byNumber.get(handle);
    byNumber.set(handle, known === undefined || known === number ? number : 'several');
  }
  /** A handle that went from one account to another stands for neither. */
  const numbered = (key: AccountKey): AccountKey => {
    const number = byNumber.get(key);
    return number === undefined || number === 'several' ? key : number;
  };
  const answered = ({ room }: OwnedLive): AccountKey | undefined => {
    if (room.accountId !== undefined) return ofNumber(room.accountId);
    return room.accountHandle === undefined ? undefined : numbered(ofHandle(room.accountHandle));
  };
  // What the seller called their own is named once an answer names the account of one of them.
  const names = new Set<AccountKey>();
  for (const live of said.size === 0 ? [] : lives) {
    const account = choiceOf(live) === MINE ? answered(live) : undefined;
    if (account !== undefined) names.add(account);
  }
  const [name] = names;
  const mine = names.size === 1 && name !== undefined ? name : MINE;

  const accountOf = (live: OwnedLive): AccountKey | undefined => {
    const choice = choiceOf(live);
    if (choice === undefined || choice === 'out') return answered(live);
    return choice === MINE ? mine : numbered(choice);
  };
  const currencies = new Map<AccountKey | undefined, Set<CurrencyCode>>();
  for (const live of lives) {
    if (live.currency === undefined) continue;
    const account = accountOf(live);
    const known = currencies.get(account);
    if (known === undefined) currencies.set(account, new Set([live.currency]));
    else known.add(live.currency);
  }
  return {
    accountOf,
    choiceOf,
    currencyOf: (live) => {
      if (live.currency !== undefined) return live.currency;
      const [only = 'none', ...more] = currencies.get(accountOf(live)) ?? [];
      return more.length === 0 ? only : undefined;
    },
  };
}

function reasonOf(
  of: OwnedLive,
  live: OwnedLive,
  { accountOf, currencyOf, choiceOf }: Owners,
): LeftOut | undefined {
  if (choiceOf(live) === 'out') return 'taken-out';
  // First, because nothing that the seller says of an account mends it.
  if ((of.simulated ?? false) !== (live.simulated ?? false)) return 'simulated';
  const known = of.currency !== undefined && live.currency !== undefined;
  if (known && of.currency !== live.currency) return 'other-currency';
  const [here, there] = [accountOf(of), accountOf(live)];
  if (here === undefined) return 'unknown-here';
  if (there === undefined) return 'unknown-account';
  if (here !== there) return 'other-account';
  const [currency, other] = [currencyOf(of), currencyOf(live)];
  if (currency === undefined || other === undefined) return 'unknown-currency';
  return currency === other ? undefined : 'other-currency';
}
