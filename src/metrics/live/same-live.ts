import type { MetricId } from '../catalogue.ts';
import { type Figures, numberOf } from '../figure.ts';
import type { RoomId } from '../ids.ts';

import type { CurrencyCode } from '../money.ts';
import type { RoomInfo } from '../session.ts';
import { finalAt, MINUTE_SECONDS } from '../time.ts';
import { endOf, hasEnded, lengthOf } from './length.ts';

/** As much of a LIVE as tells whether another source speaks of the same one. */
export interface LiveFacts {
  readonly id: RoomId;
  readonly room: RoomInfo;
  readonly figures: Figures;
  readonly currency?: CurrencyCode | undefined;
}

/** Starts may lie so far apart: some files write minutes only. */
const START_SECONDS = MINUTE_SECONDS;
/** Lengths contradict each other where they differ by more than both, as a share of the longer one and in seconds. */
const LENGTH_SHARE = 0.1;
const LENGTH_SECONDS = 2 * MINUTE_SECONDS;
/** Final views contradict each other by more than this times, and by more than so many. */
const VIEWS_TIMES = 2;
const VIEWS_APART = 100;
/** As few views may be the same by chance. */
const TELLING_VIEWS = 30;

/**
 * How far apart two LIVEs of two sources are, in seconds of start and length together; undefined where
 * they are not the same LIVE: other accounts, starts more than a minute apart, or something that
 * contradicts. `accountOf` says whose each is, as in `answeredAccounts`. Where only one source names the
 * account, some figure has to be the same in both.
 */
function secondsApart(
  one: LiveFacts,
  other: LiveFacts,
  accountOf: (live: LiveFacts) => string | undefined,
): number | undefined {
  const [start, otherStart] = [one.room.startedAt, other.room.startedAt];
  if (start === undefined || otherStart === undefined) return undefined;
  const starts = Math.abs(start - otherStart);
  if (starts > START_SECONDS || contradict(one, other)) return undefined;
  const [account, otherAccount] = [accountOf(one), accountOf(other)];
  if (account !== otherAccount) {
    const comparable = account !== undefined && otherAccount !== undefined;
    if (comparable && isNumber(account) === isNumber(otherAccount)) return undefined;
    if (!sayTheSame(one.figures, other.figures)) return undefined;
  }
  const [length, otherLength] = [lengthOf(one.room), lengthOf(other.room)];
  const lengths =
    length === undefined || otherLength === undefined ? 0 : Math.abs(length - otherLength);
  return starts + lengths;
}

/** A number and a handle can't be compared. */
const isNumber = (account: string): boolean => account.startsWith('id:');

function contradict(one: LiveFacts, other: LiveFacts): boolean {
  const currencies = [one.currency, other.currency];
  if (!currencies.includes(undefined) && one.currency !== other.currency) return true;
  return lengthsContradict(one.room, other.room) || viewsContradict(one, other);
}

/** A LIVE that isn't known to be over may have gone on, so that only the longer one being open leaves them apart. */
function lengthsContradict(one: RoomInfo, other: RoomInfo): boolean {
  const [length, otherLength] = [lengthOf(one), lengthOf(other)];
  if (length === undefined || otherLength === undefined) return false;
  const difference = Math.abs(length - otherLength);
  const near = Math.max(LENGTH_SECONDS, LENGTH_SHARE * Math.max(length, otherLength));
  if (difference <= near) return false;
  return hasEnded(length < otherLength ? one : other);
}

function viewsContradict(one: LiveFacts, other: LiveFacts): boolean {
  const [views, otherViews] = [finalViews(one), finalViews(other)];
  if (views === undefined || otherViews === undefined) return false;
  const [low, high] = [Math.min(views, otherViews), Math.max(views, otherViews)];
  return high > VIEWS_TIMES * low && high - low > VIEWS_APART;
}

function finalViews({ room, figures }: LiveFacts): number | undefined {
  const end = endOf(room);
  const views = figures.views;
  return end === undefined || views === undefined || views.origin.at < finalAt(end)
    ? undefined
    : views.value;
}

/** Whether some figure that hardly two LIVEs share is the same in both. */
function sayTheSame(one: Figures, other: Figures): boolean {
  const telling: readonly (readonly [MetricId, number])[] = [
    ['gmv', 0],
    ['directGmv', 0],
    ['views', TELLING_VIEWS],
  ];
  return telling.some(([id, above]) => {
    const [value, otherValue] = [numberOf(one, id), numberOf(other, id)];
    return value !== undefined && value > above && value === otherValue;
  });
}

/** A thing of each side that belong together. */
export interface LivePair<A, B> {
  readonly one: A;
  readonly other: B;
}

/**
 * Pairs LIVEs of two sources, the nearest first and each at most once, whichever order they stand in:
 * of pairs equally near the one with the lower ids comes first.
 */
export function nearestPairs<A extends LiveFacts, B extends LiveFacts>(
  ones: readonly A[],
  others: readonly B[],
  accountOf: (live: LiveFacts) => string | undefined,
): readonly LivePair<A, B>[] {
  const byStart = others
    .flatMap((other) =>
      other.room.startedAt === undefined ? [] : [{ other, start: other.room.startedAt }],
    )
    .sort((a, b) => a.start - b.start);
  const near = ones.flatMap((one) => {
    const { startedAt } = one.room;
    if (startedAt === undefined) return [];
    const first = firstFrom(byStart, startedAt - START_SECONDS);
    const found: (LivePair<A, B> & { readonly distance: number })[] = [];
    for (let place = first; place < byStart.length; place += 1) {
      const candidate = byStart[place];
      if (candidate === undefined || candidate.start > startedAt + START_SECONDS) break;
      const distance = secondsApart(one, candidate.other, accountOf);
      if (distance !== undefined) found.push({ one, other: candidate.other, distance });
    }
    return found;
  });
  near.sort(
    (a, b) =>
      a.distance - b.distance ||
      inOrder(a.other.id, b.other.id) ||
      inOrder(a.one.id, b.one.id) ||
      (lengthOf(a.one.room) ?? 0) - (lengthOf(b.one.room) ?? 0),
  );
  const taken = new Set<LiveFacts>();
  return near.flatMap(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ one, other }];
  });
}

const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The first place in a list in the order of starts that begins at `start` or later. */
function firstFrom(list: readonly { readonly start: number }[], start: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
