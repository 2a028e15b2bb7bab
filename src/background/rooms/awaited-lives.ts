import { triedLive } from '../../metrics/board/next-live.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { livesOfPlan } from '../../metrics/board/plan-lives.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { isBeforeEnd } from '../../metrics/live/completeness.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import type { OwnChoices } from '../../metrics/live/own.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { REACH_MS } from '../../metrics/live/reach.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { MINUTE_MS, toMs, type UnixMs, unixMs } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { backoffUntil } from './freshness.ts';
import { keepBackoffs, readBackoffs } from './kept-backoffs.ts';
import { refreshRoom } from './seller-center.ts';

/** Beside the room's endpoints: how long the room as a whole is left alone. */
const WHOLE = 'awaited';
/** A fault that may pass by itself gets this long to do so. */
const REST_MS = 30 * MINUTE_MS;

/** One after the other, so that no LIVE is asked for twice. */
let last: Promise<void> = Promise.resolve();

/**
 * Reads the LIVEs that open plans wait for, so that it is told by itself whether a change worked: once
 * for each, since with figures from after its end it is awaited no more. What can't be had is left alone
 * for half an hour, or for six where trying again won't help.
 */
export function readAwaited(host?: string): Promise<void> {
  last = last.catch(() => undefined).then(() => read(host));
  return last;
}

async function read(host: string | undefined): Promise<void> {
  const generation = currentGeneration();
  const archive = await shopArchive();
  if ((await archive.settings()).sample) return;
  const at = now();
  const choices = (await archive.settings()).ownLives;
  const plans = await archive.plans();
  if (!plans.some(isWaiting)) return;
  for (const room of awaitedLives(plans, await archive.rooms(), choices, at)) {
    const rest = (await readBackoffs(room))[WHOLE];
    if (generation.signal.aborted) return;
    if (rest !== undefined && at < rest.until) continue;
    const fetched = await refreshRoom({ room, force: false, host, onItsPage: false });
    const hopeless = !fetched.ok && !fetched.fault.retryable;
    const until = hopeless ? backoffUntil(now(), false) : unixMs(now() + REST_MS);
    if (generation.signal.aborted) return;
    await generation.write(async () =>
      keepBackoffs(room, { ...(await readBackoffs(room)), [WHOLE]: { until, failed: false } }),
    );
  }
}

/**
 * The LIVEs in which open plans were tried that have ended and whose own figures weren't read since: what
 * was read while one ran tells of a part of it. One of which no end is known is read once: its own
 * answer tells whether it has ended.
 */
export function awaitedLives(
  plans: readonly Plan[],
  rooms: readonly RoomRecord[],
  choices: OwnChoices,
  at: UnixMs,
): readonly RoomId[] {
  const awaited = plans.flatMap((plan) => {
    if (!isWaiting(plan)) return [];
    const tried = triedLive(plan, livesOfPlan(plan, rooms, choices), at);
    const record = rooms.find(({ id }) => id === tried?.room);
    if (record === undefined || isNameless(record.id)) return [];
    const { id, room } = record;
    if (room.startedAt === undefined || at - toMs(room.startedAt) >= REACH_MS) return [];
    return isUnread(record, at) ? [id] : [];
  });
  return [...new Set(awaited)];
}

const isWaiting = ({ state, items }: Plan): boolean => state === 'open' && items.length > 0;

function isUnread({ room, fetchedAt }: RoomRecord, at: UnixMs): boolean {
  const phase = phaseOf(room, at);
  switch (phase.name) {
    case 'running':
      return false;
    case 'unknown':
      return fetchedAt === undefined;
    case 'provisional':
    case 'final':
      return fetchedAt === undefined || isBeforeEnd(fetchedAt, room);
  }
}
