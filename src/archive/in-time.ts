import { metricIds } from '../metrics/catalogue.ts';
import type { Figures } from '../metrics/figure.ts';
import { mergePart } from '../metrics/merge.ts';
import type { Part, ReadingGap, Session, SessionPart, Timeline } from '../metrics/session.ts';
import { type UnixMs, unixMs } from '../metrics/time.ts';

/**
 * When each field of a room was answered, by path ("room.title", "figures.gmv"), and when each
 * endpoint last answered ("answered.core/stats").
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
export function mergeInTime(known: InTime, part: SessionPart, at: UnixMs): InTime {
  const times: Record<string, UnixMs> = { ...known.times };
  const take: Take = (path, fieldAt) => {
    const seen = times[path];
    if (seen !== undefined && seen > fieldAt) return false;
    times[path] = fieldAt;
    return true;
  };
  const { room, figures, comparisons, timeline, audience, origins, gaps: _gaps, ...rest } = part;
  const answered = answeredAt(part, at);
  const of = (name: Part): UnixMs => origins?.[name]?.at ?? answered;
  const rests = (key: keyof typeof rest): UnixMs => {
    if (key === 'productsSold') return of('products');
    return key === 'currency' || key === 'simulated' ? answered : of(key);
  };

  const fresh: SessionPart = {
    ...newer(take, 'session', rest, rests),
    room: { ...newer(take, 'room', room, () => of('room')), id: room.id },
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
  if (timeline !== undefined) {
    fresh.timeline = newerSeries(known.session.timeline, timeline, times, of('timeline'), take);
  }
  for (const endpoint of answeringEndpoints(part)) take(`answered.${endpoint}`, answered);
  const gaps = newerGaps(known.session.gaps, part, (endpoint) =>
    take(`gaps.${endpoint}`, answered),
  );
  return { session: { ...mergePart(known.session, fresh), gaps }, times };
}

/** When each endpoint last answered about a room. */
export function answeredTimes(times: Times): Record<string, UnixMs> {
  const prefix = 'answered.';
  return Object.fromEntries(
    Object.entries(times).flatMap(([path, at]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), at]] : [],
    ),
  );
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

function newerSeries(
  known: Timeline | undefined,
  answer: Timeline,
  times: Record<string, UnixMs>,
  at: UnixMs,
  take: Take,
): Timeline | undefined {
  const newest = take('timeline', at);
  if (known !== undefined && known.interval !== answer.interval) {
    if (!newest) return undefined;
    for (const path of Object.keys(times)) if (path.startsWith('series.')) delete times[path];
  }
  const series = answer.series.filter(({ metric }) => take(`series.${metric}`, at));
  return { interval: answer.interval, series };
}

function newerGaps(
  known: readonly ReadingGap[],
  part: SessionPart,
  take: (endpoint: string) => boolean,
): ReadingGap[] {
  const named = new Set([
    ...Object.values(part.origins ?? {}).map((origin) => origin.endpoint),
    ...(part.gaps ?? []).map((gap) => gap.endpoint),
  ]);
  const answers = new Set([...named].filter(take));
  return [
    ...known.filter((gap) => !answers.has(gap.endpoint)),
    ...(part.gaps ?? []).filter((gap) => answers.has(gap.endpoint)),
  ];
}
