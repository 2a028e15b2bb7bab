import { basisOf, type MetricId, metricIds } from './catalogue.ts';
import type { Figure, Figures, Origin } from './figure.ts';
import type { RoomId } from './ids.ts';
import { endOf, hasEnded, lengthOf } from './live/length.ts';
import { emptySession } from './merge.ts';
import type { SalesBasis } from './metric.ts';
import type { CurrencyCode } from './money.ts';
import { isFromOpenApi } from './open-api-origin.ts';
import { present } from './present.ts';
import { countsOrders, moneyBasisOf } from './sales-basis.ts';
import type { RoomInfo, Session, Timeline } from './session.ts';
import { finalAt, type UnixMs, type UnixSeconds, unixSeconds } from './time.ts';

/**
 * A LIVE by its own answers and by files, the better source field by field. What was answered stands above
 * a file, but for figures that were read before they were final where a file's are final, and for the end
 * of a LIVE that was never seen to end. Of several files, and of a file and a list of LIVEs, the later
 * figure counts; amounts of another currency don't. A copy of what was answered, as the panel saves it,
 * stands for the answers where there are none, whole and as it is, and gives the parts that they lack. So
 * does what TikTok's Open API answered, after such copies; its figures of other orders than those that the LIVE is
 * judged on don't take the place of its own.
 *
 * @param own what was answered of it; undefined where nothing was
 * @param files in the order in which they were imported
 */
export function withFiles(
  id: RoomId,
  own: Session | undefined,
  files: readonly Session[],
): Session {
  const copies = files.filter(isCopy);
  const base = own === undefined ? latestOf(copies) : undefined;
  const first = own ?? (base === undefined ? emptySession(id) : underId(id, base));
  const basis = judgedBasis(own, files);
  const rows = files
    .filter((file) => file !== base)
    .map((file) => (basis === undefined ? file : ofBasis(file, basis)));
  const answered = rows.filter(isCopy).reduce(filledUp, first);
  if (rows.length === 0) return answered;
  const currency = answered.currency ?? rows.find((file) => file.currency !== undefined)?.currency;
  const room = roomOf(answered, rows);
  const end = endOf(room);
  const final = end === undefined ? undefined : finalAt(end);
  let figures = answered.figures;
  for (const file of rows) {
    figures = { ...figures, ...betterOf(file, figures, currency, final) };
  }
  return {
    ...answered,
    room,
    ...(currency === undefined ? {} : { currency }),
    figures,
    origins: {
      ...rows[0]?.origins,
      ...answered.origins,
      ...originOf(answered.origins.figures, rows, final),
    },
  };
}

/** Whether a file holds what was answered of the LIVE, with where each part came from; an export is the source of all it says. */
const isCopy = ({ origins }: Session): boolean =>
  Object.values(origins).some(({ how }) => how !== 'file');

/** The copy to begin with: of the page's own answers before one of the Open API's, and the later one. */
const latestOf = (copies: readonly Session[]): Session | undefined =>
  copies.reduce<Session | undefined>((best, one) => {
    if (best === undefined) return one;
    const [isOfApi, isBestOfApi] = [isFromOpenApi(one), isFromOpenApi(best)];
    const isBefore = isOfApi === isBestOfApi ? readAt(one) >= readAt(best) : isBestOfApi;
    return isBefore ? one : best;
  }, undefined);

/** Whose orders a LIVE's money rests on: what Seller Center told decides, in whatever way, and else the Open API. */
function judgedBasis(own: Session | undefined, files: readonly Session[]): SalesBasis | undefined {
  const all = [...(own === undefined ? [] : [own]), ...files];
  const basisIn = (sessions: readonly Session[]): SalesBasis | undefined => {
    const told = sessions.flatMap(({ figures }) => moneyBasisOf(figures) ?? []);
    return told.includes('attributed') ? 'attributed' : told[0];
  };
  return basisIn(all.filter((one) => !isFromOpenApi(one))) ?? basisIn(all);
}

/**
 * What the Open API answered without what would be laid among figures of other orders: its counts of orders, unless
 * its money rests on the same as the LIVE's; and attributed money, which would have a LIVE of direct money judged by
 * it. Direct money may stand beside attributed. Any other file counts as it is: a seller who brought attributed money
 * by an export is judged by it.
 */
function ofBasis(file: Session, basis: SalesBasis): Session {
  if (!isFromOpenApi(file) || moneyBasisOf(file.figures) === basis) return file;
  const isOther = (id: MetricId): boolean =>
    countsOrders(id) || (basis === 'direct' && basisOf(id) === 'attributed');
  const figures = { ...file.figures };
  for (const id of metricIds) if (isOther(id)) delete figures[id];
  const { timeline } = file;
  if (timeline === undefined) return { ...file, figures };
  const series = timeline.series.filter(({ metric }) => {
    const id = metricIds.find((known) => known === metric);
    return id === undefined || !isOther(id);
  });
  return { ...file, figures, timeline: { ...timeline, series } };
}

const readAt = ({ origins }: Session): number => origins.figures?.at ?? 0;

const underId = (id: RoomId, session: Session): Session => ({
  ...session,
  room: { ...session.room, id },
});

/** Parts of a LIVE beside its room and its figures, each of one answer. */
const parts = ['timeline', 'products', 'sources', 'pins', 'violations', 'audience'] as const;

/** What is known, with the parts that it lacks and a copy has, and what is said of these. */
function filledUp(known: Session, copy: Session): Session {
  const lacking = parts.filter((part) => known[part] === undefined && copy[part] !== undefined);
  const endpoints = new Set(lacking.map((part) => copy.origins[part]?.endpoint));
  const { timeline, products, productsSold, sources, pins, violations, audience } = copy;
  return {
    ...(timeline === undefined ? {} : { timeline }),
    ...(products === undefined ? {} : { products }),
    ...(productsSold === undefined ? {} : { productsSold }),
    ...(sources === undefined ? {} : { sources }),
    ...(pins === undefined ? {} : { pins }),
    ...(violations === undefined ? {} : { violations }),
    ...(audience === undefined ? {} : { audience }),
    ...present(known),
    ...timelineOf(known.timeline, timeline),
    comparisons: {
      market: { ...copy.comparisons.market, ...known.comparisons.market },
      own: { ...copy.comparisons.own, ...known.comparisons.own },
    },
    origins: {
      ...known.origins,
      ...Object.fromEntries(
        lacking.flatMap((part) => {
          const origin = copy.origins[part];
          return origin === undefined ? [] : [[part, origin]];
        }),
      ),
    },
    // What could not be read and a copy has is no gap any more.
    gaps: [
      ...known.gaps.filter(({ endpoint }) => !endpoints.has(endpoint)),
      ...copy.gaps.filter(({ endpoint }) => endpoints.has(endpoint)),
    ],
  };
}

/** A course with the series that it lacks and a copy has, of intervals as long. */
function timelineOf(
  known: Timeline | undefined,
  copy: Timeline | undefined,
): Pick<Session, 'timeline'> {
  if (known === undefined || copy === undefined || known.interval !== copy.interval) return {};
  const has = new Set(known.series.map(({ metric }) => metric));
  const lacking = copy.series.filter(({ metric }) => !has.has(metric));
  return lacking.length === 0
    ? {}
    : { timeline: { ...known, series: [...known.series, ...lacking] } };
}

/** Whether a figure of a file is better than what is known; what the LIVE's own answers said is better than a list's. */
function isBetter(file: Origin, known: Origin, final: UnixMs | undefined): boolean {
  if (known.summary === true) return file.summary !== true || file.at >= known.at;
  return final !== undefined && known.at < final && file.at >= final;
}

function betterOf(
  file: Session,
  known: Figures,
  currency: CurrencyCode | undefined,
  final: UnixMs | undefined,
): Figures {
  const better = { ...file.figures };
  for (const id of metricIds) {
    const figure: Figure | undefined = better[id];
    const before: Figure | undefined = known[id];
    const foreign = figure !== undefined && 'money' in figure && figure.money.currency !== currency;
    const worse =
      figure !== undefined &&
      before !== undefined &&
      !isBetter(figure.origin, before.origin, final);
    // What a copy's figures led to is worked out anew from all that is known.
    const follows = figure?.derivedFrom !== undefined && isCopy(file);
    if (figure === undefined || foreign || worse || follows) delete better[id];
  }
  return better;
}

/** Where the figures as a whole are from: the file once it is final and what was answered is not. */
function originOf(
  own: Origin | undefined,
  files: readonly Session[],
  final: UnixMs | undefined,
): Pick<Session['origins'], 'figures'> {
  const latest = files
    .flatMap(({ origins }) => origins.figures ?? [])
    .reduce<Origin | undefined>((best, one) => (best && best.at > one.at ? best : one), undefined);
  const figures =
    own === undefined || (latest !== undefined && isBetter(latest, own, final)) ? latest : own;
  return figures === undefined ? {} : { figures };
}

/** What was answered of the room, filled up by the files, the first that has something first. */
function roomOf({ room, origins }: Session, files: readonly Session[]): RoomInfo {
  const filled = files.reduce<RoomInfo>(
    (known, file) => ({ ...present(file.room), ...present(known) }),
    room,
  );
  const { startedAt, duration: _length, endedAt: _end, status: _status, ...named } = filled;
  const start = room.startedAt ?? startedAt;
  const asAnswered: RoomInfo = { ...named, ...room, ...startedAtOf(start) };
  if (endOf(room) !== undefined) return asAnswered;
  const since = room.status === 'live' ? (origins.room?.at ?? 0) : 0;
  const over = files.find(
    (file) => hasEnded(file.room) && (file.origins.room?.at ?? since) >= since,
  );
  if (over === undefined) {
    return room.startedAt === undefined && room.status === undefined ? filled : asAnswered;
  }
  const begin = room.startedAt ?? over.room.startedAt ?? startedAt;
  const length = lengthOf(over.room);
  return {
    ...named,
    ...startedAtOf(begin),
    ...(length === undefined ? {} : { duration: length }),
    ...(begin === undefined || length === undefined
      ? {}
      : { endedAt: unixSeconds(begin + length) }),
    status: 'ended',
  };
}

const startedAtOf = (startedAt: UnixSeconds | undefined): Pick<RoomInfo, 'startedAt'> =>
  startedAt === undefined ? {} : { startedAt };
