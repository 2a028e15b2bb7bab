import type { Origin } from '../metrics/figure.ts';
import type { RoomId } from '../metrics/ids.ts';
import { isNameless } from '../metrics/live/nameless.ts';
import { phaseOf } from '../metrics/live/phase.ts';
import { REACH_MS } from '../metrics/live/reach.ts';
import { isOfOpenApi } from '../metrics/open-api-origin.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { MINUTE_MS, type UnixMs } from '../metrics/time.ts';
import { type Alarms, browser } from '../platform/browser.ts';
import { now } from '../platform/current-time.ts';
import { shopArchive } from './archives.ts';
import { currentGeneration } from './data-generation.ts';
import { refreshInUse } from './feed/in-use.ts';
import { goOnWithHistory, HISTORY } from './history/reading.ts';
import { warnOfExpiry } from './reminders/expiry-warnings.ts';
import { REMINDER, remind } from './reminders/reminders.ts';
import { readAwaited } from './rooms/awaited-lives.ts';
import { recentRooms } from './rooms/recent-rooms.ts';
import { refreshRoom } from './rooms/seller-center.ts';
import { runIsolated } from './run-isolated.ts';
import { keepWeeklySnapshot } from './weekly-snapshot.ts';

const ROUND = 'round';
const FINAL = 'final';
const ROUND_MINUTES = 30;
const ROUND_MS = ROUND_MINUTES * MINUTE_MS;
/** Rooms of one round; the rest wait for the next. */
const ROOMS_A_ROUND = 3;

/** Makes sure that the round's alarm stands; browsers forget alarms now and then. */
export async function ensureRound(): Promise<void> {
  if ((await browser.alarms.get(ROUND)) !== undefined) return;
  browser.alarms.create(ROUND, { periodInMinutes: ROUND_MINUTES });
}

export async function onAlarm({ name }: Alarms.Alarm): Promise<void> {
  if (name === REMINDER) return remind();
  if (name === HISTORY) return goOnWithHistory();
  if (name !== ROUND && name !== FINAL) return;
  await runIsolated(round);
  if (name === ROUND) await runIsolated(readAwaited);
  if (name === ROUND) await runIsolated(refreshInUse);
  if (name === ROUND) await runIsolated(keepWeeklySnapshot);
  await runIsolated(setFinalAlarm);
  // A reminder whose alarm the browser forgot is late, but it comes.
  await giveDue();
}

/** Gives the warnings and reminders that are due, as far as notifications are allowed. */
export async function giveDue(): Promise<void> {
  await runIsolated(warnOfExpiry);
  await runIsolated(remind);
}

/** Fetches, a few at a time, the rooms that run or have become final; stops at the first refusal. */
async function round(): Promise<void> {
  const generation = currentGeneration();
  const archive = await shopArchive();
  if ((await archive.settings()).sample) return;
  const at = now();
  for (const room of roomsOfRound(dueRooms(await recentRooms(archive, at), at), at)) {
    if (generation.signal.aborted) return;
    const fetched = await refreshRoom({ room, force: false, onItsPage: false });
    if (!fetched.ok && fetched.fault.retryable) return;
  }
}

/** Sets the alarm for the next room that becomes final, a minute from now at the soonest. */
export async function setFinalAlarm(): Promise<void> {
  const at = now();
  const archive = await shopArchive();
  const next = nextFinal(await recentRooms(archive, at), at);
  if (next === undefined) await browser.alarms.clear(FINAL);
  else browser.alarms.create(FINAL, { delayInMinutes: Math.max(1, (next - at) / MINUTE_MS) });
}

/**
 * Rooms worth a request of their own accord: seen before in their own figures, and either running or
 * last read before they became final. Newest first.
 */
export function dueRooms(rooms: readonly RoomRecord[], at: UnixMs): readonly RoomId[] {
  return rooms.filter((record) => isDue(record, at)).map(({ id }) => id);
}

function isDue(record: RoomRecord, at: UnixMs): boolean {
  const { room, fetchedAt } = record;
  if (fetchedAt === undefined || !isAsked(record)) return false;
  const phase = phaseOf(room, at);
  switch (phase.name) {
    case 'running':
    // It may run: only an answer of its own tells.
    case 'unknown':
      return at - fetchedAt < REACH_MS;
    case 'provisional':
      return false;
    case 'final':
      return fetchedAt < phase.finalAt && at - phase.finalAt < REACH_MS;
  }
}

const isOfSellerCenter = ({ how, endpoint }: Origin): boolean =>
  how !== 'file' && !isOfOpenApi(endpoint);

/** Whether Seller Center is asked about a room by itself: not where only files tell of it, or of no room id. */
function isAsked({ id, figures, fetchedAt }: RoomRecord): boolean {
  if (fetchedAt === undefined || isNameless(id)) return false;
  const all = Object.values(figures);
  return all.length === 0 || all.some(({ origin }) => isOfSellerCenter(origin));
}

/**
 * The due rooms whose turn it is: the newest in every round, the others in turns, so that rooms that
 * can't be had (another account's, deleted ones) never keep the rest waiting for good.
 */
export function roomsOfRound(due: readonly RoomId[], at: UnixMs): readonly RoomId[] {
  const [newest, ...others] = due;
  if (newest === undefined) return [];
  const turns = Math.ceil(others.length / (ROOMS_A_ROUND - 1));
  const turn = turns === 0 ? 0 : Math.floor(at / ROUND_MS) % turns;
  const first = turn * (ROOMS_A_ROUND - 1);
  return [newest, ...others.slice(first, first + ROOMS_A_ROUND - 1)];
}

/**
 * When the next room becomes final that can be asked for; a room of which no end is known has no such
 * time.
 */
export function nextFinal(rooms: readonly RoomRecord[], at: UnixMs): UnixMs | undefined {
  const finals = rooms.flatMap((record) => {
    const phase = phaseOf(record.room, at);
    return phase.name === 'provisional' && isAsked(record) ? [phase.finalAt] : [];
  });
  return finals.sort((one, other) => one - other)[0];
}
