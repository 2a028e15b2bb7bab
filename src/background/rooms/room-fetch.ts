import type { Archive } from '../../archive/types.ts';
import { type Fault, type FaultCode, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { Fetched } from '../../platform/verbs/room.ts';
import type { EndpointFetch, FetchedEndpoint } from '../../sources/seller-center/client.ts';
import {
  failurePolicy,
  MOST_BREAKDOWNS,
  MOST_REFUSALS,
  stopsRoom,
} from '../../sources/seller-center/failure-policy.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import { backoffUntil, type Known, staleEndpoints } from './freshness.ts';
import type { Backoff, Backoffs } from './kept-backoffs.ts';

/** What a fetch of a room reaches outside of itself. */
export interface FetchPorts {
  readonly archive: Archive;
  readonly ask: (fetch: EndpointFetch) => Promise<Result<FetchedEndpoint>>;
  /** Resolves when the page that shows the room has asked for what it wants itself. */
  readonly whenIdle: (room: RoomId) => Promise<void>;
  readonly readBackoffs: (room: RoomId) => Promise<Backoffs>;
  readonly keepBackoffs: (room: RoomId, backoffs: Backoffs) => Promise<void>;
  readonly now: () => UnixMs;
}

export interface RoomJob {
  readonly room: RoomId;
  readonly host: string;
  /** Asks every endpoint, whatever its age. */
  readonly force: boolean;
  /** Whether the asking panel is docked in the room's own page, which asks for figures as well. */
  readonly onItsPage: boolean;
  /** Only these endpoints; all of them when absent. */
  readonly only?: readonly string[];
}

/** Faults that only the seller can mend, so that they are told even when something was read. */
const blocksAll = (code: FaultCode): boolean => failurePolicy(code).pause !== undefined;

/**
 * Makes a room as fresh as the caching table asks: one request an endpoint that is missing or stale,
 * for the ids it lacks; each answer stored as soon as it is read. Fails when signed out or not
 * allowed, and where nothing could be read (`unknown-room` where all answers were empty or
 * refusals); a failure of single endpoints is `partial`.
 */
export async function fetchRoomParts(ports: FetchPorts, job: RoomJob): Promise<Result<Fetched>> {
  const { room } = job;
  const all = endpointsOf((await ports.archive.room(room))?.room.region);
  const endpoints = all.filter(({ name }) => job.only?.includes(name) ?? true);
  let stale = await due(ports, job, endpoints);
  if (stale.length > 0 && job.onItsPage && !job.force) {
    await ports.whenIdle(room);
    stale = await due(ports, job, endpoints);
  }
  if (stale.length === 0) return fresh(ports, job);

  const asked = await askAll(ports, job, stale);
  await backOff(ports, room, asked);
  return outcome(job, endpoints, stale, asked);
}

/** How the endpoints answered that were asked, by name. */
interface Asked {
  readonly read: ReadonlySet<string>;
  /** Answered, and held nothing about the room. */
  readonly silent: ReadonlySet<string>;
  readonly faults: ReadonlyMap<string, Fault>;
}

async function askAll(ports: FetchPorts, job: RoomJob, stale: readonly Endpoint[]): Promise<Asked> {
  const read = new Set<string>();
  const silent = new Set<string>();
  const faults = new Map<string, Fault>();
  for (const endpoint of stale) {
    const answer = await askOne(ports, job, endpoint);
    if (answer.ok) (answer.value === 'read' ? read : silent).add(endpoint.name);
    else faults.set(endpoint.name, answer.fault);
    const stops = !answer.ok && stopsRoom(answer.fault.code);
    if (stops || (read.size === 0 && isHopeless(faults))) break;
  }
  return { read, silent, faults };
}

/** Whether the room is refused, or Seller Center itself is down: each endpoint was tried three times. */
function isHopeless(faults: ReadonlyMap<string, Fault>): boolean {
  const broken = [...faults.values()].filter(({ code }) => code === 'server-error').length;
  return refusals(faults) >= MOST_REFUSALS || broken >= MOST_BREAKDOWNS;
}

function refusals(faults: ReadonlyMap<string, Fault>): number {
  return [...faults.values()].filter(({ code }) => code === 'refused-parameters').length;
}

function outcome(
  { room, only }: RoomJob,
  endpoints: readonly Endpoint[],
  stale: readonly Endpoint[],
  { read, silent, faults }: Asked,
): Result<Fetched> {
  const blocking = [...faults.values()].find(({ code }) => blocksAll(code));
  if (blocking !== undefined) return failed(blocking);
  const [first] = faults.values();
  const whole = stale.length === endpoints.length;
  const allRefused = faults.size === refusals(faults);
  const narrow = only !== undefined;
  const refused = narrow && allRefused && faults.size > 0 && silent.size === 0;
  if (read.size === 0 && ((whole && allRefused) || refused)) return failed(fault('unknown-room'));
  if (first === undefined) return ok({ room, outcome: 'updated', missing: [] });
  // Who wants some endpoints alone has the others already: that nothing was read is a failure.
  if (read.size === 0 && (whole || narrow || stopsRoom(first.code))) return failed(first);
  const missing = stale
    .map(({ name }) => name)
    .filter((name) => !read.has(name) && !silent.has(name));
  return ok({ room, outcome: 'partial', missing });
}

/** Nothing to ask: either all is fresh, or what isn't failed a moment ago, and fails a job for it alone. */
async function fresh(
  { readBackoffs }: FetchPorts,
  { room, only }: RoomJob,
): Promise<Result<Fetched>> {
  const failing = Object.entries(await readBackoffs(room)).filter(([, one]) => one.failed);
  const missing = failing.map(([endpoint]) => endpoint);
  if (missing.some((name) => only?.includes(name))) return failed(fault('server-error'));
  return ok({ room, outcome: missing.length === 0 ? 'fresh' : 'partial', missing });
}

async function due(
  ports: FetchPorts,
  { room, force }: RoomJob,
  endpoints: readonly Endpoint[],
): Promise<readonly Endpoint[]> {
  if (force) return endpoints;
  return staleEndpoints(endpoints, await known(ports, room), ports.now());
}

async function known({ archive, readBackoffs }: FetchPorts, room: RoomId): Promise<Known> {
  const [session, answered, backoffs] = await Promise.all([
    archive.session(room),
    archive.answered(room),
    readBackoffs(room),
  ]);
  return { session, answered, backoffs };
}

async function askOne(
  ports: FetchPorts,
  { room, host }: RoomJob,
  endpoint: Endpoint,
): Promise<Result<'read' | 'silent'>> {
  const session = await ports.archive.session(room);
  const at = ports.now();
  const { name, ids } = endpoint;
  const fetched = await ports.ask({
    room,
    host,
    at,
    endpoint: name,
    ...(ids.length === 0 ? {} : { ids }),
    ...owner(session),
  });
  if (!fetched.ok && fetched.fault.code !== 'unknown-room') return fetched;
  if (!fetched.ok) {
    // Of a single endpoint this says no more than that its answer was empty: of a known room that is
    // an answer too, and of an unknown one nothing is kept.
    if (session !== undefined && ids.length > 0) {
      await ports.archive.store({ room: { id: room } }, at, { endpoint: name, ids });
    }
    return ok('silent');
  }
  const { parts, answered, failure } = fetched.value;
  for (const part of parts) {
    await ports.archive.store(part, ports.now(), { endpoint: name, ids: answered });
  }
  return failure === undefined ? ok('read') : failed(failure);
}

function owner(session: Session | undefined): Pick<EndpointFetch, 'creator' | 'country'> {
  const creator = session?.room.accountId;
  const country = session?.room.region;
  return {
    ...(creator === undefined ? {} : { creator }),
    ...(country === undefined ? {} : { country }),
  };
}

/**
 * Leaves alone for a while what failed by itself, or answered with nothing to keep. Faults of the
 * whole room aren't remembered: they may be mended before the next question.
 */
async function backOff(ports: FetchPorts, room: RoomId, asked: Asked): Promise<void> {
  const { session, backoffs } = await known(ports, room);
  const now = ports.now();
  const phase = session === undefined ? 'unknown' : phaseOf(session.room, now).name;
  // A LIVE of which no end is known may run, and have more to say in a moment.
  const soon = phase === 'running' || phase === 'unknown';
  const next: Record<string, Backoff> = { ...backoffs };
  for (const name of asked.read) delete next[name];
  for (const name of asked.silent) next[name] = { until: backoffUntil(now, soon), failed: false };
  for (const [name, { code, retryable }] of asked.faults) {
    if (!stopsRoom(code)) next[name] = { until: backoffUntil(now, retryable), failed: true };
  }
  await ports.keepBackoffs(room, next);
}
