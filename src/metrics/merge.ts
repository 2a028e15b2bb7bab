import { metricIds } from './catalogue.ts';
import type { Figures } from './figure.ts';
import type { RoomId } from './ids.ts';
import { present } from './present.ts';
import {
  type AudienceSplit,
  type Product,
  productColumns,
  type RoomInfo,
  type Session,
  type SessionPart,
  type Timeline,
} from './session.ts';

/** A session of which nothing is known yet but its room id. */
export function emptySession(id: RoomId): Session {
  return {
    version: 1,
    room: { id },
    figures: {},
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
  };
}

/**
 * Lays one answer over what is known of the room. A field the answer leaves out keeps its older
 * value and origin; so does a series of a timeline with the same interval (pages ask for two of
 * them at a time), a split of the audience (pages ask for one) and a column of the products. Gaps of the answer's endpoints
 * replace the older ones of the same endpoints. Of who streams and of the zone an answer may tell a part alone: the
 * other parts stay. A figure out of a list fills in where none is known, and doesn't replace one of the LIVE's own
 * answers.
 * Throws when the part belongs to another room: that is a programming error.
 */
export function mergePart(session: Session, part: SessionPart): Session {
  if (session.room.id !== part.room.id) {
    throw new Error(`A part of room ${part.room.id} can't be merged into room ${session.room.id}.`);
  }
  const endpoints = new Set([
    ...Object.values(part.origins ?? {}).map((origin) => origin.endpoint),
    ...(part.gaps ?? []).map((gap) => gap.endpoint),
  ]);
  const timeline = mergeTimeline(session.timeline, part.timeline);
  const audience = mergeAudience(session.audience, part.audience);
  const products = mergeProducts(session.products, part.products);
  return {
    ...session,
    ...present(part),
    ...(timeline === undefined ? {} : { timeline }),
    ...(audience === undefined ? {} : { audience }),
    ...(products === undefined ? {} : { products }),
    version: 1,
    room: mergeRoom(session.room, part.room),
    figures: mergeFigures(session.figures, part.figures ?? {}),
    comparisons: {
      market: { ...session.comparisons.market, ...part.comparisons?.market },
      own: { ...session.comparisons.own, ...part.comparisons?.own },
    },
    origins: { ...session.origins, ...part.origins },
    gaps: [...session.gaps.filter((gap) => !endpoints.has(gap.endpoint)), ...(part.gaps ?? [])],
  };
}

function mergeRoom(older: RoomInfo, newer: RoomInfo): RoomInfo {
  const { zone = older.zone, creator = {} } = newer;
  // A name says more than the offset alone, as long as both are of one zone.
  const isNamed = zone?.name !== undefined || zone?.offset !== older.zone?.offset;
  return {
    ...older,
    ...present(newer),
    ...present({
      zone: isNamed ? zone : older.zone,
      creator: older.creator && { ...older.creator, ...present(creator) },
    }),
  };
}

function mergeFigures(older: Figures, newer: Figures): Figures {
  const news = present(newer);
  for (const id of metricIds) {
    const known = older[id];
    const isOwn = known !== undefined && known.origin.summary !== true;
    if (isOwn && known.derivedFrom === undefined && news[id]?.origin.summary === true) {
      delete news[id];
    }
  }
  return { ...older, ...news };
}

function mergeTimeline(older?: Timeline, newer?: Timeline): Timeline | undefined {
  if (older === undefined || newer === undefined || older.interval !== newer.interval) {
    return newer ?? older;
  }
  const series = new Map([...older.series, ...newer.series].map((one) => [one.metric, one]));
  return { interval: newer.interval, series: [...series.values()] };
}

function mergeAudience(
  older: readonly AudienceSplit[] | undefined,
  newer: readonly AudienceSplit[] | undefined,
): AudienceSplit[] | undefined {
  if (older === undefined && newer === undefined) return undefined;
  const splits = [...(older ?? []), ...(newer ?? [])];
  return [...new Map(splits.map((split) => [`${split.of}/${split.by}`, split])).values()];
}

/** The newer products, with the columns that none of them has from the older ones. */
function mergeProducts(
  older: readonly Product[] | undefined,
  newer: readonly Product[] | undefined,
): Product[] | undefined {
  if (older === undefined || newer === undefined) return newer?.slice() ?? older?.slice();
  const rows = new Map(older.map((row) => [row.id, row]));
  const columns = columnsOf(newer);
  return newer.map((row) => {
    const kept: Product = { ...(rows.get(row.id) ?? {}), id: row.id };
    for (const column of columns) delete kept[column];
    return { ...kept, ...present(row) };
  });
}

/** The columns that at least one of the products has. */
export function columnsOf(products: readonly Product[]): (typeof productColumns)[number][] {
  return productColumns.filter((column) => products.some((row) => row[column] !== undefined));
}
