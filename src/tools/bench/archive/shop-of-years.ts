import { mergeNewest } from '../../../archive/merge-by-timestamp.ts';
import { recordHead } from '../../../archive/records.ts';
import { parseRoomId, type RoomId } from '../../../metrics/ids.ts';
import { findableOf } from '../../../metrics/live/findable.ts';
import { emptySession } from '../../../metrics/merge.ts';
import type { Session } from '../../../metrics/session.ts';
import {
  DAY_MS,
  HOUR_SECONDS,
  toMs,
  type UnixSeconds,
  unixMs,
  unixSeconds,
} from '../../../metrics/time.ts';
import type { MarkedLive } from '../open/marks.ts';

/** LIVEs with all their details, as they are kept of a LIVE that was looked at; the older ones have figures alone. */
const DETAILED = 45;
/** From the start of one of the older LIVEs to that of the next. */
const APART_SECONDS = 16 * HOUR_SECONDS;
/** Older LIVEs have a title for each; no other LIVE of the shop has one of these in it. */
const TITLE = 'Harvest night';

/** A shop that has been on air for years, newest LIVE first. */
export interface ShopOfYears {
  readonly sessions: readonly Session[];
  /** The LIVE that the panel is opened on, and the one that `]` leads to. */
  readonly first: MarkedLive;
  readonly second: MarkedLive;
  /** What finds several LIVEs, and with one more letter one of them; in an archive of any size the same. */
  readonly search: { readonly typed: string; readonly letter: string; readonly found: string };
}

/**
 * `count` LIVEs of one shop: the newest of `made` as they are, and before these as many as it takes with the
 * figures of those, by turns.
 */
export function shopOfYears(made: readonly Session[], count: number): ShopOfYears {
  const ended = made.filter(({ room }) => room.status !== 'live');
  const detailed = ended.slice(0, Math.min(DETAILED, count));
  const oldest = detailed.at(-1)?.room.startedAt;
  const [second, first] = detailed.slice(4).map(({ room: { id, title } }) => ({ id, title }));
  if (oldest === undefined || first?.title === undefined || second?.title === undefined) {
    throw new Error('The sample shop has too few LIVEs.');
  }
  const older = Array.from({ length: count - detailed.length }, (_, place) => {
    const model = detailed[place % detailed.length];
    if (model === undefined) throw new Error('The sample shop has no ended LIVE.');
    return before(model, place, oldest);
  });
  return {
    sessions: [...detailed, ...older],
    first: { id: first.id, title: first.title },
    second: { id: second.id, title: second.title },
    search: { typed: `${TITLE} n000`, letter: '2', found: titleOf(2) },
  };
}

const titleOf = (place: number): string => `${TITLE} n${String(place).padStart(4, '0')}`;

/** A LIVE with another's figures, so many places before the `oldest` one with details. */
function before(model: Session, place: number, oldest: number): Session {
  const { room, figures, currency, origins, simulated } = model;
  const startedAt = unixSeconds(oldest - (place + 1) * APART_SECONDS);
  const length = (room.endedAt ?? 0) - (room.startedAt ?? 0);
  const endedAt = unixSeconds(startedAt + length);
  // Each was read by itself, when it was final.
  const at = unixMs(toMs(endedAt) + 3 * DAY_MS);
  const origin = {
    how: 'fetched',
    endpoint: origins.figures?.endpoint ?? 'core/stats',
    at,
  } as const;
  const id = olderRoom(startedAt, place);
  const { coverUrl: _cover, replayUrl: _replay, replayExpiresAt: _until, show: _, ...kept } = room;
  return {
    ...emptySession(id),
    room: { ...kept, id, title: titleOf(place), startedAt, endedAt },
    ...(currency === undefined ? {} : { currency }),
    figures: Object.fromEntries(
      Object.entries(figures).map(([id, figure]) => [id, { ...figure, origin }]),
    ),
    origins: { room: origin, figures: origin },
    ...(simulated === undefined ? {} : { simulated }),
  };
}

/** TikTok's ids tell in their upper bits when a room was made, which lists rely on. */
function olderRoom(startedAt: UnixSeconds, place: number): RoomId {
  const id = parseRoomId(String((BigInt(startedAt) << 32n) + BigInt(place)));
  if (id === undefined) throw new Error('A made room id is none.');
  return id;
}

/** The records that the archive keeps of LIVEs that were answered, by store. */
export function archiveRecords(sessions: readonly Session[]): Readonly<Record<string, object[]>> {
  return {
    rooms: sessions.map((session) => recordHead(session, 1)),
    details: sessions.map((session) => ({ id: session.room.id, session })),
    findable: sessions.map(findableOf),
    revisions: sessions.map(({ room, figures, origins }) => ({
      room: room.id,
      number: 1,
      at: origins.figures?.at ?? unixMs(0),
      figures,
    })),
    // Of an old LIVE nothing here asks for it, and it takes most of the time to make.
    answers: sessions
      .filter(({ timeline }) => timeline !== undefined)
      .map((session) => {
        const { id } = session.room;
        const at = session.origins.figures?.at ?? unixMs(0);
        return { id, ...mergeNewest({ session: emptySession(id), times: {} }, session, at) };
      }),
  };
}
