import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { AudienceSplit, Part, ReadingGap, SessionPart } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { askedIds } from './reader.ts';
import { roomListReader, rowCountOf, totalOf } from './readers/room-list.ts';
import { readerFor } from './readers.ts';
import {
  type Ask,
  askCoreStats,
  askPortrait,
  askRoomList,
  asksOf,
  type IdsByEndpoint,
  LIST_PAGE,
  pageCoreIds,
} from './requests.ts';
import { type RetryPace, realPace, sendPolitely, type Transport } from './transport.ts';

export interface RoomFetch {
  readonly room: RoomId;
  readonly host: string;
  readonly creator?: string;
  readonly country?: string;
  /** When the figures are read; the time in every origin. */
  readonly at: UnixMs;
  /** Only these parts; all of them when absent. */
  readonly parts?: readonly Part[];
  /** Only these endpoints, by the readers' names; all of them when absent. */
  readonly endpoints?: readonly string[];
  /** Of these endpoints only these ids; all of them when absent. */
  readonly ids?: IdsByEndpoint;
  readonly signal?: AbortSignal;
}

/** What a fetch gave: the parts that could be read, and for each endpoint that failed why. */
export interface FetchedRoom {
  readonly parts: readonly SessionPart[];
  readonly failures: readonly { readonly endpoint: string; readonly fault: Fault }[];
  /** The ids that were asked for and answered, or refused for good, by endpoint. */
  readonly answered: IdsByEndpoint;
}

/** Faults after which further requests would only fail the same way, or be impolite. */
const hopeless = new Set<Fault['code']>([
  'offline',
  'not-allowed',
  'rate-limited',
  'timeout',
  'worker-gone',
  'extension-updated',
]);

/**
 * Asks Seller Center for a room, one request an endpoint, one after another. Signed out is one clear
 * fault at once; another endpoint's failure is reported beside what was read. Fails with the first
 * fault when nothing could be read, and with `unknown-room` when the answers are empty or one
 * endpoint after another refuses the room.
 */
export async function fetchRoom(
  send: Transport,
  fetch: RoomFetch,
  pace: RetryPace = realPace,
): Promise<Result<FetchedRoom>> {
  const parts: SessionPart[] = [];
  const audience: SessionPart[] = [];
  const failures = new Map<string, Fault>();
  const answered: Record<string, readonly number[]> = {};
  const refused: Record<string, number> = {};
  let stopped: Fault | undefined;
  const queue = asksOf(fetch, fetch.ids).filter(
    ({ part, endpoint }) =>
      wanted(part, fetch.parts) && (fetch.endpoints?.includes(endpoint) ?? true),
  );
  for (const ask of queue) {
    if (stopped !== undefined) {
      if (!failures.has(ask.endpoint)) failures.set(ask.endpoint, stopped);
      continue;
    }
    if ((refused[ask.endpoint] ?? 0) >= REFUSALS) continue;
    // It was tried three times: its other distributions would take as long to fail.
    if (failures.get(ask.endpoint)?.code === 'server-error') continue;
    const read = await fetchPart(send, ask, fetch, pace);
    const refusal = !read.ok && read.fault.code === 'refused-parameters';
    const alone = refusal ? alonesOf(ask, fetch) : [];
    if (alone.length > 0) {
      queue.push(...alone);
      continue;
    }
    if (read.ok || refusal) {
      answered[ask.endpoint] = [...(answered[ask.endpoint] ?? []), ...idsIn(ask)];
    }
    if (refusal) refused[ask.endpoint] = (refused[ask.endpoint] ?? 0) + 1;
    if (read.ok) {
      (ask.part === 'audience' ? audience : parts).push(...read.value);
      continue;
    }
    if (read.fault.code === 'signed-out') return read;
    if (!failures.has(ask.endpoint)) failures.set(ask.endpoint, read.fault);
    if (hopeless.has(read.fault.code)) stopped = read.fault;
    if (parts.length === 0 && isUnknown(failures)) return failed(fault('unknown-room'));
  }
  const [first] = failures.values();
  const read = [...parts, ...joinAudience(audience)];
  if (!read.some(saysSomething)) return failed(first ?? fault('unknown-room'));
  return ok({
    parts: read,
    failures: [...failures].map(([endpoint, why]) => ({ endpoint, fault: why })),
    answered,
  });
}

/** One distribution that a shop doesn't have spoils an answer with all of them: each is asked for alone then. */
function alonesOf(ask: Ask, fetch: RoomFetch): readonly Ask[] {
  const ids = idsIn(ask);
  if (ask.endpoint !== 'user/portrait' || ids.length < 2) return [];
  return ids.map((id) => askPortrait(fetch, [id]));
}

/** Refusals before a room is taken for unknown, or an endpoint for one that is not to be had. */
const REFUSALS = 4;

function isUnknown(failures: ReadonlyMap<string, Fault>): boolean {
  const codes = [...failures.values()].map(({ code }) => code);
  return codes.length >= REFUSALS && codes.every((code) => code === 'refused-parameters');
}

/** Violations have no request of their own: they come with the events of the pins. */
function wanted(part: Part, parts: readonly Part[] | undefined): boolean {
  return (
    parts === undefined || parts.includes(part) || (part === 'pins' && parts.includes('violations'))
  );
}

async function fetchPart(
  send: Transport,
  ask: Ask,
  fetch: RoomFetch,
  pace: RetryPace,
): Promise<Result<SessionPart[]>> {
  const first = await askAndRead(send, ask, fetch, pace);
  const refused = !first.ok && first.fault.code === 'refused-parameters';
  if (!refused || ask.endpoint !== 'core/stats') return first;
  const safe = pageCoreIds.filter((id) => idsIn(ask).includes(id));
  if (safe.length === 0) return first;
  const second = await askAndRead(send, askCoreStats(fetch, safe), fetch, pace);
  if (!second.ok) return second;
  const gap: ReadingGap = { endpoint: ask.endpoint, field: 'stats_types', reason: 'refused' };
  return ok(second.value.map((part) => ({ ...part, gaps: [...(part.gaps ?? []), gap] })));
}

const idsIn = ({ body }: Ask): readonly number[] => askedIds(JSON.parse(body));

async function askAndRead(
  send: Transport,
  ask: Ask,
  { host, room, at, signal }: RoomFetch,
  pace: RetryPace,
): Promise<Result<SessionPart[]>> {
  const to = signal === undefined ? { host, room } : { host, room, signal };
  const opened = await sendPolitely(send, ask, to, pace);
  if (!opened.ok) return opened;
  const reader = readerFor(ask.path);
  if (reader === undefined) return failed(fault('internal', `no reader for ${ask.path}`));
  const { data, simulated } = opened.value;
  const request: unknown = JSON.parse(ask.body);
  const parts = reader.read(data, {
    room,
    origin: { how: 'fetched', endpoint: ask.endpoint, at },
    request,
  });
  return ok(simulated ? parts.map((part) => ({ ...part, simulated })) : parts);
}

/** The audience comes in one answer a distribution; they are one part of the session. */
function joinAudience(pieces: readonly SessionPart[]): SessionPart[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const audience = pieces.flatMap((piece): AudienceSplit[] => piece.audience ?? []);
  const origins = pieces.find((piece) => piece.audience !== undefined)?.origins;
  return [
    {
      ...first,
      ...(audience.length === 0 ? {} : { audience }),
      ...(origins === undefined ? {} : { origins }),
      gaps: pieces.flatMap((piece) => piece.gaps ?? []),
    },
  ];
}

/** Whether an answer said anything of the room at all. */
function saysSomething({ origins }: SessionPart): boolean {
  return Object.keys(origins ?? {}).length > 0;
}

export interface RoomsFetch {
  readonly host: string;
  readonly now: UnixMs;
  readonly sellerId?: string;
  readonly signal?: AbortSignal;
}

/** A guard against a list that never ends: 2,000 LIVEs in 92 days. */
const MAX_PAGES = 40;

/**
 * Asks for the shop's LIVEs of the last 92 days, page by page, newest start first in the result.
 * Fails when a page fails, so that half a list is never taken for a whole one; an empty list is
 * `no-rooms`.
 */
export async function fetchRooms(
  send: Transport,
  { host, now, sellerId, signal }: RoomsFetch,
  pace: RetryPace = realPace,
): Promise<Result<readonly SessionPart[]>> {
  const rooms = new Map<RoomId, SessionPart>();
  let seen = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const ask = askRoomList({ now, page, sellerId });
    const to = signal === undefined ? { host } : { host, signal };
    const opened = await sendPolitely(send, ask, to, pace);
    if (!opened.ok) return opened;
    const { data, simulated } = opened.value;
    const origin = { how: 'fetched', endpoint: ask.endpoint, at: now } as const;
    for (const part of roomListReader.read(data, { origin })) {
      rooms.set(part.room.id, simulated ? { ...part, simulated } : part);
    }
    const rows = rowCountOf(data);
    seen += rows;
    const total = totalOf(data);
    if (rows === 0 || (total === undefined ? rows < LIST_PAGE : seen >= total)) break;
  }
  if (rooms.size === 0) return failed(fault('no-rooms'));
  const newestFirst = [...rooms.values()].sort(
    (a, b) => (b.room.startedAt ?? 0) - (a.room.startedAt ?? 0),
  );
  return ok(newestFirst);
}
