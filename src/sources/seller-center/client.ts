import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { AudienceSplit, ReadingGap, SessionPart } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { MOST_REFUSALS, stopsRoom } from './failure-policy.ts';
import { pageCoreIds } from './question-ids.ts';
import { askedIds } from './reader.ts';
import { roomListReader, rowCountOf, totalOf } from './readers/room-list.ts';
import { readerFor } from './readers.ts';
import { type Ask, askCoreStats, askPortrait, askRoomList, asksOf, LIST_PAGE } from './requests.ts';
import { type RetryPace, realPace, sendPolitely, type Transport } from './transport.ts';

/** One endpoint to ask about a room. */
export interface EndpointFetch {
  readonly room: RoomId;
  readonly host: string;
  readonly creator?: string;
  readonly country?: string;
  /** When the figures are read; the time in every origin. */
  readonly at: UnixMs;
  /** By the readers' name. */
  readonly endpoint: string;
  /** Only these of the endpoint's ids; all of them when absent. */
  readonly ids?: readonly number[];
  readonly signal?: AbortSignal;
}

/** What an endpoint gave: the parts that could be read, and what went wrong beside. */
export interface FetchedEndpoint {
  readonly parts: readonly SessionPart[];
  /** The ids that were asked for and answered, or refused for good. */
  readonly answered: readonly number[];
  /** The first failure of the endpoint's requests, where others were read. */
  readonly failure?: Fault;
}

/**
 * Asks one endpoint of Seller Center about a room: one request, and where that is refused for one of
 * its distributions, one for each of them. Fails with the first fault when nothing could be read, and
 * with `unknown-room` when the answers are empty.
 */
export async function fetchEndpoint(
  send: Transport,
  fetch: EndpointFetch,
  pace: RetryPace = realPace,
): Promise<Result<FetchedEndpoint>> {
  const { endpoint, ids } = fetch;
  const queue = asksOf(fetch, ids === undefined ? {} : { [endpoint]: ids }).filter(
    (ask) => ask.endpoint === endpoint,
  );
  const parts: SessionPart[] = [];
  const answered: number[] = [];
  const faults: Fault[] = [];
  let refusals = 0;
  for (const ask of queue) {
    const read = await fetchPart(send, ask, fetch, pace);
    const refused = !read.ok && read.fault.code === 'refused-parameters';
    const alone = refused ? alonesOf(ask, fetch) : [];
    if (alone.length > 0) {
      queue.push(...alone);
      continue;
    }
    if (read.ok || refused) answered.push(...idsIn(ask));
    if (read.ok) {
      parts.push(...read.value);
      continue;
    }
    faults.push(read.fault);
    if (refused) refusals += 1;
    const { code } = read.fault;
    // Of a server's fault each request was tried three times: the others would take as long to fail.
    if (stopsRoom(code) || code === 'server-error' || refusals >= MOST_REFUSALS) break;
  }
  const [failure] = faults;
  const read = endpoint === PORTRAIT ? joinAudience(parts) : parts;
  if (!read.some(saysSomething)) return failed(failure ?? fault('unknown-room'));
  return ok({ parts: read, answered, ...(failure === undefined ? {} : { failure }) });
}

const PORTRAIT = 'user/portrait';

/** One distribution that a shop doesn't have spoils an answer with all of them: each is asked for alone then. */
function alonesOf(ask: Ask, fetch: EndpointFetch): readonly Ask[] {
  const ids = idsIn(ask);
  if (ask.endpoint !== PORTRAIT || ids.length < 2) return [];
  return ids.map((id) => askPortrait(fetch, [id]));
}

async function fetchPart(
  send: Transport,
  ask: Ask,
  fetch: EndpointFetch,
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
  { host, room, at, signal }: EndpointFetch,
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
