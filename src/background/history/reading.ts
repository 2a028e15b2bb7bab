import { faultOfStorage } from '../../archive/storage-error.ts';
import { failed, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { MINUTE_MS } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import type { HistoryOrder, Pause } from '../../platform/history.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { recentRooms } from '../rooms/recent-rooms.ts';
import { listRooms, readEarlier } from '../rooms/seller-center.ts';
import { changeHistory, type History, keptHistory } from './kept.ts';
import {
  asked,
  begun,
  type Depth,
  nextLives,
  orderedHistory,
  paused,
  type ReadOutcome,
  resumed,
} from './steps.ts';

/** The alarm that wakes the worker while LIVEs wait, should the browser have ended it. */
export const HISTORY = 'history';

let going: Promise<void> | undefined;

/**
 * Begins to read the LIVEs of the last 92 days, newest first; one that is under way goes on. Fails
 * where the list of LIVEs can't be had.
 */
export async function startHistory(host?: string): Promise<Result<History>> {
  const known = await keptHistory();
  if (known?.phase === 'running' || known?.phase === 'paused') return orderHistory('resume', host);
  const generation = currentGeneration();
  const listed = await listRooms(host);
  if (!listed.ok) return listed;
  const rooms = await ended(listed.value);
  const history = begun(rooms);
  await generation.write(() => changeHistory(() => history));
  runOn();
  return ok(history);
}

/** Running LIVEs have their own rounds, and their figures aren't history yet. */
async function ended(listed: readonly RoomId[]): Promise<readonly RoomId[]> {
  const archive = await shopArchive();
  const recent = await recentRooms(archive, now());
  const running = recent.filter(({ room }) => room.status === 'live');
  const skip = new Set(running.map(({ id }) => id));
  return listed.filter((room) => !skip.has(room));
}

/** Does what the seller says. Going on after a pause asks for the list of LIVEs first, for the shop may be another. */
export async function orderHistory(order: HistoryOrder, host?: string): Promise<Result<History>> {
  const known = await keptHistory();
  if (known === undefined) return startHistory(host);
  if (order !== 'resume' || known.phase !== 'paused') {
    const next = await changeHistory((history) => history && orderedHistory(history, order));
    runOn();
    return ok(next ?? known);
  }
  const listed = await listRooms(host);
  if (!listed.ok) return listed;
  const next = await changeHistory((history) => history && resumed(history, listed.value));
  runOn();
  return ok(next ?? known);
}

/** A page of Seller Center was answered: what a sign-out paused goes on, if it is the same shop. */
export async function goOnSignedIn(host: string | undefined): Promise<void> {
  const known = await keptHistory();
  if (known?.phase === 'paused' && known.pause === 'signed-out') await orderHistory('resume', host);
}

/** Goes on with what waits, where anything does; at the worker's start, by the alarm, and after the seller's word. */
export function goOnWithHistory(): Promise<void> {
  going ??= readAll().finally(() => {
    going = undefined;
  });
  return going;
}

/** Nobody waits for it, so a failure ends in the extension's own error log. */
function runOn(): void {
  goOnWithHistory().catch((error: unknown) => console.error(error));
}

async function readAll(): Promise<void> {
  for (;;) {
    const history = await keptHistory();
    if (history?.phase !== 'running') {
      await browser.alarms.clear(HISTORY);
      return;
    }
    await ensureAlarm();
    const { rooms, depth } = nextLives(history, now());
    if (rooms.length === 0) return waitFor(history);
    const generation = currentGeneration();
    const begin = now();
    const outcomes = await Promise.all(rooms.map((room) => readOne(room, depth)));
    if (generation.signal.aborted) return;
    const tookMs = now() - begin;
    const pause = outcomes.some(isUnknown) ? await doubtShop(history.waiting) : undefined;
    // Of another shop's LIVEs a refusal says nothing: they go on waiting.
    const told = pause === undefined ? outcomes : outcomes.filter((one) => !isUnknown(one));
    await changeHistory((latest) => {
      if (latest === undefined) return undefined;
      const next = asked(latest, told, tookMs, now());
      return pause === undefined ? next : paused(next, pause);
    });
  }
}

async function readOne(room: RoomId, depth: Depth): Promise<ReadOutcome> {
  const fetched = await readEarlier(room, depth).catch((error: unknown) =>
    failed(faultOfStorage(error)),
  );
  return fetched.ok
    ? { room, kind: 'read', depth }
    : { room, kind: 'failed', depth, code: fetched.fault.code };
}

const isUnknown = (outcome: ReadOutcome): boolean =>
  outcome.kind === 'failed' && outcome.code === 'unknown-room';

/**
 * A LIVE that was listed is refused: it was deleted, or nobody is signed in any more, or another shop is,
 * which lists none of those that wait. Undefined where it was only that LIVE, or the list can't be had.
 */
async function doubtShop(waiting: readonly RoomId[]): Promise<Pause | undefined> {
  const listed = await listRooms();
  if (listed.ok) {
    const known = new Set(listed.value);
    return waiting.some((room) => known.has(room)) ? undefined : 'other-shop';
  }
  if (listed.fault.code === 'signed-out') return 'signed-out';
  return listed.fault.code === 'no-rooms' ? 'other-shop' : undefined;
}

async function ensureAlarm(): Promise<void> {
  if ((await browser.alarms.get(HISTORY)) !== undefined) return;
  browser.alarms.create(HISTORY, { periodInMinutes: 1 });
}

/** The alarm comes in a minute at the latest; a shorter wait is the worker's own. */
function waitFor({ notBefore }: History): void {
  const wait = (notBefore ?? 0) - now();
  if (wait > 0 && wait < MINUTE_MS) setTimeout(runOn, wait);
}
