import { metricIds } from '../metrics/catalogue.ts';
import type { Figures, Origin } from '../metrics/figure.ts';
import { columnsOf, mergePart } from '../metrics/merge.ts';
import type {
  Part,
  Product,
  ReadingGap,
  RoomInfo,
  Session,
  SessionPart,
  Timeline,
} from '../metrics/session.ts';
import { type UnixMs, unixMs } from '../metrics/time.ts';
import type { Answered, AskedIds } from './types.ts';

/**
 * When each field of a room was answered, by path ("room.title", "figures.gmv"), and when each
 * endpoint last answered, at all ("answered.core/stats") and for an id ("asked.core/stats#3").
 */
export type Times = Readonly<Record<string, UnixMs>>;

export interface InTime {
  readonly session: Session;
  readonly times: Times;
}

type Take = (path: string, at: UnixMs) => boolean;

/**
 * Lays an answer over a room so that the order of arrival doesn't matter: a field is taken only when
 * nothing newer is known of it. For answers of different times, any order of calls gives what
 * {@link mergePart} gives in the order of time. `at` stands in where an answer carries no origin.
 * (One exception: once the interval of a timeline has changed, series of the old one are gone.)
 */
export function mergeNewest(
  known: InTime,
  part: SessionPart,
  at: UnixMs,
  asked?: AskedIds,
): InTime {
  return mergeTimed(known, part, { at, ...(asked === undefined ? {} : { asked }) });
}

/**
 * The same for two states of one room, such as those of two copies of an archive: each field from the one
 * that was answered it last. The order of the two decides nothing but between fields of one time.
 */
export function mergeInTime(known: InTime, other: InTime): InTime {
  const all = Object.values(other.times);
  const at = all.length === 0 ? unixMs(0) : unixMs(Math.max(...all));
  const merged = mergeTimed(known, other.session, { at, of: other.times });
  const times = { ...merged.times };
  // Where the other's series are left out, that they were asked for goes with them.
  const { timeline, origins } = other.session;
  const isLeftOut =
    timeline !== undefined && merged.session.timeline?.interval !== timeline.interval;
  const leftOut = isLeftOut ? `asked.${origins.timeline?.endpoint}#` : undefined;
  for (const [path, time] of Object.entries(other.times)) {
    if (!/^(?:answered|asked)\./.test(path)) continue;
    if (leftOut !== undefined && path.startsWith(leftOut)) continue;
    times[path] = unixMs(Math.max(time, times[path] ?? 0));
  }
  return { session: merged.session, times };
}

interface Timing {
  /** Stands in where nothing else says when a field was answered. */
  readonly at: UnixMs;
  readonly asked?: AskedIds;
  /** When each field was answered, where it is known by field and not by part alone. */
  readonly of?: Times;
}

function mergeTimed(known: InTime, part: SessionPart, { at, asked, of: own = {} }: Timing): InTime {
  const times: Record<string, UnixMs> = { ...known.times };
  const take: Take = (path, partAt) => {
    const fieldAt = own[path] ?? partAt;
    const seen = times[path];
    if (seen !== undefined && seen > fieldAt) return false;
    times[path] = fieldAt;
    return true;
  };
  const { room, figures, comparisons, timeline, audience, products, origins, ...others } = part;
  const { gaps: _gaps, ...rest } = others;
  const answered = answeredAt(part, at);
  const of = (name: Part): UnixMs => origins?.[name]?.at ?? answered;
  const rests = (key: keyof typeof rest): UnixMs => {
    if (key === 'productsSold') return of('products');
    return key === 'currency' || key === 'simulated' ? answered : of(key);
  };

  const fresh: SessionPart = {
    ...newer(take, 'session', rest, rests),
    room: newerRoom(known, room, of('room'), { take, of: own }),
    figures: newerFigures(take, figures ?? {}),
    comparisons: {
      market: newer(take, 'market', comparisons?.market ?? {}, () => of('figures')),
      own: newer(take, 'own', comparisons?.own ?? {}, () => of('figures')),
    },
    origins: newer(take, 'origins', origins ?? {}, of),
  };
  if (audience !== undefined) {
    fresh.audience = audience.filter((split) =>
      take(`audience.${split.of}/${split.by}`, of('audience')),
    );
  }
  if (products !== undefined) {
    fresh.products = newerProducts(known.session.products, products, of('products'), take);
  }
  if (timeline !== undefined) {
    const from = { at: of('timeline'), endpoint: origins?.timeline?.endpoint ?? '' };
    fresh.timeline = newerSeries(known.session.timeline, timeline, times, from, take);
  }
  for (const id of asked?.ids ?? []) take(`asked.${asked?.endpoint}#${id}`, answered);
  for (const endpoint of answeringEndpoints(part)) take(`answered.${endpoint}`, answered);
  // An endpoint that answered without a gap since is told by its time alone.
  const told = Object.keys(own).flatMap((path) => /^gaps\.(.+)$/.exec(path)?.[1] ?? []);
  const gaps = newerGaps(known.session.gaps, part, told, (endpoint) =>
    take(`gaps.${endpoint}`, answered),
  );
  return { session: { ...mergePart(known.session, fresh), gaps }, times };
}

/** When each endpoint last answered about a room, and for which ids. */
export function answeredTimes(times: Times): Record<string, Answered> {
  const answered: Record<string, { at?: UnixMs; ids: Record<string, UnixMs> }> = {};
  for (const [path, at] of Object.entries(times)) {
    const [, kind, endpoint = '', id = ''] =
      /^(answered|asked)\.([^#]+)(?:#(.+))?$/.exec(path) ?? [];
    if (kind === undefined) continue;
    answered[endpoint] ??= { ids: {} };
    if (kind === 'answered') answered[endpoint].at = at;
    else answered[endpoint].ids[id] = at;
  }
  return answered;
}

function answeringEndpoints(part: SessionPart): Set<string> {
  const gaps = (part.gaps ?? []).filter(({ reason }) => reason !== 'unreachable');
  return new Set([
    ...Object.values(part.origins ?? {}).map((origin) => origin.endpoint),
    ...gaps.map((gap) => gap.endpoint),
  ]);
}

/** When an answer was given: the newest of its origins. */
function answeredAt(part: SessionPart, at: UnixMs): UnixMs {
  const all = Object.values(part.origins ?? {}).flatMap((origin) => origin?.at ?? []);
  return all.length === 0 ? at : unixMs(Math.max(...all));
}

function newer<T extends object>(
  take: Take,
  prefix: string,
  value: T,
  at: (key: Extract<keyof T, string>) => UnixMs,
): T {
  const kept = { ...value };
  for (const key in kept) {
    if (kept[key] === undefined || !take(`${prefix}.${key}`, at(key))) delete kept[key];
  }
  return kept;
}

/**
 * Who streams is timed by what an answer tells of it, and the name of a zone apart from its offset, which most
 * answers tell alone.
 */
function newerRoom(
  { session, times }: InTime,
  { creator, zone, ...room }: RoomInfo,
  at: UnixMs,
  { take, of }: { readonly take: Take; readonly of: Times },
): RoomInfo {
  const kept: RoomInfo = { ...newer(take, 'room', room, () => at), id: room.id };
  if (creator !== undefined) {
    // Before its parts were timed one by one, who streams had one time.
    const [seen = 0, whole = at] = [times['room.creator'], of['room.creator']];
    kept.creator = newer(take, 'room.creator', seen > whole ? {} : creator, () => whole);
  }
  if (zone !== undefined) {
    const isNewest = take('room.zone', at);
    const isNamed = zone.name !== undefined && take('room.zone.name', of['room.zone'] ?? at);
    const known = session.room.zone;
    if (isNewest) kept.zone = isNamed ? zone : { offset: zone.offset };
    else if (isNamed && known?.offset === zone.offset) kept.zone = zone;
  }
  return kept;
}

/**
 * A list's figures and a LIVE's own are timed apart: the merge lets the LIVE's own stand, however old,
 * and whichever came first.
 */
function newerFigures(take: Take, figures: Figures): Figures {
  const kept = { ...figures };
  for (const id of metricIds) {
    const origin = figures[id]?.origin;
    if (origin === undefined) continue;
    const path = `${origin.summary === true ? 'summaries' : 'figures'}.${id}`;
    if (!take(path, origin.at)) delete kept[id];
  }
  return kept;
}

/**
 * Products are answered as columns: what a question didn't ask for is absent in every row. The newest
 * answer says which products there are, and each column comes from the newest answer that has it.
 */
function newerProducts(
  known: readonly Product[] | undefined,
  answer: readonly Product[],
  at: UnixMs,
  take: Take,
): Product[] {
  const newest = take('session.products', at);
  const columns = new Set(columnsOf(answer).filter((column) => take(`products.${column}`, at)));
  const rows = new Map(answer.map((row) => [row.id, row]));
  return (newest ? answer : (known ?? [])).map(({ id }) => {
    const row: Product = { ...(rows.get(id) ?? {}), id };
    for (const column of columnsOf([row])) if (!columns.has(column)) delete row[column];
    return row;
  });
}

function newerSeries(
  known: Timeline | undefined,
  answer: Timeline,
  times: Record<string, UnixMs>,
  { at, endpoint }: Pick<Origin, 'at' | 'endpoint'>,
  take: Take,
): Timeline | undefined {
  const newest = take('timeline', at);
  if (known !== undefined && known.interval !== answer.interval) {
    if (!newest) return undefined;
    // With the series of the old interval goes that anybody answered for them.
    for (const path of Object.keys(times)) {
      if (path.startsWith('series.') || path.startsWith(`asked.${endpoint}#`)) delete times[path];
    }
  }
  const series = answer.series.filter(({ metric }) => take(`series.${metric}`, at));
  return { interval: answer.interval, series };
}

function newerGaps(
  known: readonly ReadingGap[],
  part: SessionPart,
  told: readonly string[],
  take: (endpoint: string) => boolean,
): ReadingGap[] {
  const named = new Set([
    ...told,
    ...Object.values(part.origins ?? {}).map((origin) => origin.endpoint),
    ...(part.gaps ?? []).map((gap) => gap.endpoint),
  ]);
  const answers = new Set([...named].filter(take));
  return [
    ...known.filter((gap) => !answers.has(gap.endpoint)),
    ...(part.gaps ?? []).filter((gap) => answers.has(gap.endpoint)),
  ];
}
