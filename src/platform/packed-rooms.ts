import type { Figures } from '../metrics/figure.ts';
import type { RoomId } from '../metrics/ids.ts';
import type { ListedRoom, RoomRecord } from '../metrics/room-record.ts';
import type { RoomInfo } from '../metrics/session.ts';
import type { Seconds, UnixMs, UnixSeconds } from '../metrics/time.ts';
import { figuresAt, type PackedFigures, packFigures } from './packed-figures.ts';
import { sharedValues } from './shared-values.ts';

/**
 * Records of lists for a message and for the archive, as text: thousands are read at once, and one text costs a
 * fraction of as many objects. To be unpacked by the version that packed it.
 */
export interface PackedRooms extends ListedRooms {
  /** JSON of {@link PackedFigures} in the order of the records; parsed when figures are first looked at. */
  readonly figures: string;
}

/** The same where figures may be left out. */
export interface ListedRooms {
  /** JSON of {@link PackedHeads}. */
  readonly rooms: string;
  readonly figures?: string;
}

/** What LIVEs of one shop have in common, mostly. */
type Common = Omit<RoomInfo, keyof OwnInfo>;
/** What each LIVE has by itself. */
interface OwnInfo
  extends Pick<RoomInfo, 'id' | 'title' | 'startedAt' | 'endedAt' | 'duration'>,
    Rare {}
/** What few LIVEs of an archive of years have. */
type Rare = Pick<RoomInfo, 'coverUrl' | 'replayUrl' | 'replayExpiresAt' | 'show'>;
type CommonRecord = Omit<
  RoomRecord,
  'id' | 'room' | 'figures' | 'fetchedAt' | 'revision' | 'topProduct'
>;
type RareRecord = Pick<RoomRecord, 'topProduct'>;

/** A record but for its figures: the place of what it has in common with others, then what is its own. */
type PackedHead = readonly [
  common: number,
  id: RoomId,
  revision: number,
  title: string | null,
  startedAt: UnixSeconds | null,
  endedAt: UnixSeconds | null,
  duration: Seconds | null,
  fetchedAt: UnixMs | null,
  rare?: { readonly room: Rare; readonly record: RareRecord },
];
interface PackedHeads {
  readonly common: readonly { readonly room: Common; readonly record: CommonRecord }[];
  readonly heads: readonly PackedHead[];
}

/** Packs records; {@link unpackRooms} gives back the same in the same order. */
export function packRooms(records: readonly RoomRecord[]): PackedRooms {
  const common = sharedValues<PackedHeads['common'][number]>(() => false);
  const heads = records.map((all): PackedHead => {
    const { id, room: info, figures: _apart, fetchedAt, revision, topProduct, ...record } = all;
    const { id: _same, title, startedAt, endedAt, duration, ...further } = info;
    const { coverUrl, replayUrl, replayExpiresAt, show, ...room } = further;
    const rare = {
      room: {
        ...(coverUrl === undefined ? {} : { coverUrl }),
        ...(replayUrl === undefined ? {} : { replayUrl }),
        ...(replayExpiresAt === undefined ? {} : { replayExpiresAt }),
        ...(show === undefined ? {} : { show }),
      },
      record: topProduct === undefined ? {} : { topProduct },
    };
    const own = [title, startedAt, endedAt, duration, fetchedAt] as const;
    const [a = null, b = null, c = null, d = null, e = null] = own;
    const head = [common.placeOf({ room, record }), id, revision, a, b, c, d, e] as const;
    return isEmpty(rare.room) && isEmpty(rare.record) ? head : [...head, rare];
  });
  const packed: PackedHeads = { common: common.all, heads };
  return { rooms: JSON.stringify(packed), figures: JSON.stringify(packFigures(records)) };
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

/** The records that were packed. The figures of each are made when they are first looked at. */
export function unpackRooms({ rooms, figures }: PackedRooms): readonly RoomRecord[] {
  let parsed: PackedFigures | undefined;
  const packed = (): PackedFigures => {
    const read: PackedFigures = parsed ?? JSON.parse(figures);
    parsed = read;
    return read;
  };
  return unpackHeads(rooms).map((record, place) => {
    let known: Figures | undefined;
    return {
      ...record,
      get figures() {
        known ??= figuresAt(packed(), place, record.currency);
        return known;
      },
    };
  });
}

/** The records that were packed, without figures where these were left out. */
export function unpackListed({ rooms, figures }: ListedRooms): readonly ListedRoom[] {
  return figures === undefined ? unpackHeads(rooms) : unpackRooms({ rooms, figures });
}

function unpackHeads(text: string): readonly Omit<RoomRecord, 'figures'>[] {
  const { common, heads }: PackedHeads = JSON.parse(text);
  return heads.flatMap((head) => {
    const [place, id, revision, title, startedAt, endedAt, duration, fetchedAt, rare] = head;
    const shared = common[place];
    if (shared === undefined) return [];
    // Thousands are made at once, and filling them one by one takes a fraction of spreading parts.
    const room: { -readonly [Key in keyof RoomInfo]: RoomInfo[Key] } = { id, ...shared.room };
    if (title !== null) room.title = title;
    if (startedAt !== null) room.startedAt = startedAt;
    if (endedAt !== null) room.endedAt = endedAt;
    if (duration !== null) room.duration = duration;
    if (rare !== undefined) Object.assign(room, rare.room);
    return {
      id,
      room,
      ...shared.record,
      revision,
      ...(fetchedAt === null ? {} : { fetchedAt }),
      ...rare?.record,
    };
  });
}
