import fc from 'fast-check';
import * as v from 'valibot';
import { type ProductId, ProductIdSchema, type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { money } from '../metrics/money.ts';
import type { Session, SessionPart } from '../metrics/session.ts';
import { seconds, type UnixMs, unixMs, unixSeconds, type Zone } from '../metrics/time.ts';

export const roomA: RoomId = v.parse(RoomIdSchema, '7649951805363391253');
export const roomB: RoomId = v.parse(RoomIdSchema, '7654451471329741576');
const product: ProductId = v.parse(ProductIdSchema, '1729384756');
/** 2026-06-11 02:00 UTC, the start of the captured LIVE's hour. */
export const START = unixMs(1_781_143_200_000);

export const partOrigin = (endpoint: string, at: UnixMs) =>
  ({ how: 'observed', endpoint, at }) as const;

/** An answer about views, as small as one can be. */
export function views(room: RoomId, value: number, at: UnixMs): SessionPart {
  const from = partOrigin('core/stats', at);
  return {
    room: { id: room },
    figures: { views: { value, origin: from } },
    origins: { figures: from },
  };
}

const small = fc.integer({ min: 0, max: 9 });
const text = small.map(String);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** Most answers tell the offset alone. */
const inZone = (name: string | undefined): Zone => ({
  offset: seconds(-28_800),
  ...(name === undefined ? {} : { name }),
});

/** An answer of any shape, of one time. */
function part(room: RoomId, at: UnixMs): fc.Arbitrary<SessionPart> {
  return fc
    .record({
      endpoint: fc.constantFrom('core/stats', 'trend/chart', 'live/list'),
      title: maybe(small),
      creator: maybe(fc.record({ id: maybe(text), handle: maybe(text) })),
      zone: maybe(maybe(fc.constantFrom('America/Los_Angeles', 'America/Tijuana')).map(inZone)),
      views: maybe(small),
      gmv: maybe(small),
      market: maybe(small),
      products: maybe(fc.record({ impressions: maybe(small), clicks: maybe(small) })),
      series: maybe(fc.uniqueArray(fc.constantFrom('gmv', 'views', 'likes'), { minLength: 1 })),
      splits: maybe(fc.constantFrom('age' as const, 'gender' as const)),
      gap: fc.boolean(),
    })
    .map((one) => {
      const from = partOrigin(one.endpoint, at);
      const said = one.endpoint === 'live/list' ? { ...from, summary: true } : from;
      const answer: SessionPart = {
        room: {
          id: room,
          ...(one.title === undefined ? {} : { title: `LIVE ${one.title}` }),
          ...(one.creator === undefined ? {} : { creator: one.creator }),
          ...(one.zone === undefined ? {} : { zone: one.zone }),
        },
        figures: {
          ...(one.views === undefined ? {} : { views: { value: one.views, origin: said } }),
          ...(one.gmv === undefined
            ? {}
            : { gmv: { money: money(`${one.gmv}`, 'VND'), origin: said } }),
        },
        comparisons: {
          market: one.market === undefined ? {} : { aov: { difference: one.market } },
          own: {},
        },
        origins: {
          room: from,
          ...(one.views === undefined && one.gmv === undefined ? {} : { figures: from }),
          ...(one.products === undefined ? {} : { products: from }),
          ...(one.series === undefined ? {} : { timeline: from }),
          ...(one.splits === undefined ? {} : { audience: from }),
        },
        gaps: one.gap ? [{ endpoint: one.endpoint, field: 'x', reason: 'absent' }] : [],
      };
      if (one.products !== undefined) {
        answer.products = [{ id: product, ...one.products }];
        answer.productsSold = at;
      }
      if (one.series !== undefined) {
        const series = one.series.map((metric) => ({
          metric,
          kind: 'amount' as const,
          points: [[unixSeconds(at / 1000), at] satisfies [unknown, number]],
        }));
        answer.timeline = { interval: seconds(300), series };
      }
      if (one.splits !== undefined) {
        answer.audience = [{ of: 'viewers', by: one.splits, parts: [{ name: 'x', value: at }] }];
      }
      return answer;
    });
}

/** Answers about one room at one second after the other, and an order in which they arrive. */
export function arrivals(
  room: RoomId,
  maxLength: number,
): fc.Arbitrary<{ readonly inTime: SessionPart[]; readonly arriving: SessionPart[] }> {
  return fc
    .integer({ min: 1, max: maxLength })
    .chain((length) =>
      fc.tuple(...Array.from({ length }, (_, place) => part(room, unixMs(START + place * 1000)))),
    )
    .chain((inTime) =>
      fc
        .shuffledSubarray(inTime, { minLength: inTime.length })
        .map((arriving) => ({ inTime, arriving })),
    );
}

/** A session with its lists in one order, for comparing what says the same. */
export function ordered(session: Session): Session {
  const by = <T>(list: readonly T[], key: (one: T) => string): T[] =>
    [...list].sort((one, other) => key(one).localeCompare(key(other)));
  return {
    ...session,
    gaps: by(session.gaps, (gap) => gap.endpoint),
    ...(session.timeline === undefined
      ? {}
      : {
          timeline: { ...session.timeline, series: by(session.timeline.series, (s) => s.metric) },
        }),
    ...(session.audience === undefined
      ? {}
      : { audience: by(session.audience, (split) => split.by) }),
  };
}
