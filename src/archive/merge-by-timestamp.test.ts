import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ProductIdSchema } from '../metrics/ids.ts';
import { emptySession, mergePart } from '../metrics/merge.ts';
import type { Product, RoomInfo } from '../metrics/session.ts';
import { seconds, unixMs } from '../metrics/time.ts';
import { answeredTimes, mergeInTime, mergeNewest } from './merge-by-timestamp.ts';
import { arrivals, ordered, partOrigin, roomA, START, views } from './parts.fixture.ts';

const nothing = { session: emptySession(roomA), times: {} };

describe('merging answers in time', () => {
  it('gives the merge in the order of time, whatever the order of arrival', () => {
    fc.assert(
      fc.property(arrivals(roomA, 7), ({ inTime, arriving }) => {
        const merged = arriving.reduce((known, part) => mergeNewest(known, part, START), nothing);
        const expected = inTime.reduce(mergePart, emptySession(roomA));
        expect(ordered(merged.session)).toEqual(ordered(expected));
      }),
    );
  });

  it('puts two states of a room together, whatever each of them heard of', () => {
    const heard = arrivals(roomA, 7).chain((all) =>
      fc.record({
        all: fc.constant(all),
        first: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      }),
    );
    fc.assert(
      fc.property(heard, ({ all: { inTime, arriving }, first }) => {
        const state = (here: boolean) =>
          arriving
            .filter((_part, place) => (first[place] ?? false) === here)
            .reduce((known, part) => mergeNewest(known, part, START), nothing);
        const expected = inTime.reduce(mergePart, emptySession(roomA));
        for (const here of [true, false]) {
          const merged = mergeInTime(state(here), state(!here));
          expect(ordered(merged.session)).toEqual(ordered(expected));
        }
      }),
    );
  });

  it('forgets that series were asked for which give way to those of another interval', () => {
    const series = (metric: 'likes' | 'views', interval: number, at: number) => {
      const time = unixMs(START + at);
      const part = {
        room: { id: roomA },
        timeline: {
          interval: seconds(interval),
          series: [{ metric, kind: 'amount' as const, points: [] }],
        },
        origins: { timeline: partOrigin('trend/chart', time) },
      };
      return mergeNewest(nothing, part, time, { endpoint: 'trend/chart', ids: [interval] });
    };
    const [older, newer] = [series('likes', 60, 1), series('views', 300, 2)];
    for (const merged of [mergeInTime(older, newer), mergeInTime(newer, older)]) {
      expect(Object.keys(answeredTimes(merged.times)['trend/chart']?.ids ?? {})).toEqual(['300']);
      expect(merged.session.timeline?.series.map(({ metric }) => metric)).toEqual(['views']);
    }
  });

  it('keeps what one answer alone tells of who streams and of the zone', () => {
    const info = (at: number, room: Omit<RoomInfo, 'id'>) => ({
      room: { id: roomA, ...room },
      origins: { room: partOrigin('room/info', unixMs(START + at)) },
    });
    const [offset, name] = [seconds(-28_800), 'America/Los_Angeles'];
    const named = info(1, { creator: { handle: 'shop.a' }, zone: { offset, name } });
    const bare = info(2, { creator: { id: '7' }, zone: { offset } });
    for (const order of [
      [named, bare],
      [bare, named],
    ]) {
      const { session } = order.reduce((known, part) => mergeNewest(known, part, START), nothing);
      expect(session.room).toMatchObject({
        creator: { id: '7', handle: 'shop.a' },
        zone: { offset, name },
      });
    }
    const moved = info(3, { zone: { offset: seconds(-25_200) } });
    const { session } = [named, moved].reduce(
      (known, part) => mergeNewest(known, part, START),
      nothing,
    );
    expect(session.room.zone).toEqual({ offset: -25_200 });
  });

  it('takes the time of the call for an answer without an origin', () => {
    const titled = (title: string) => ({ room: { id: roomA, title } });
    const newer = mergeNewest(nothing, titled('new'), unixMs(START + 1));
    expect(mergeNewest(newer, titled('old'), START).session.room.title).toBe('new');
  });

  it('keeps a newer figure of another answer and takes the rest of the older one', () => {
    const known = mergeNewest(nothing, views(roomA, 743, unixMs(START + 2)), START);
    const older = views(roomA, 1, unixMs(START + 1));
    const late = {
      ...older,
      figures: {
        ...older.figures,
        likes: { value: 9, origin: partOrigin('x', unixMs(START + 1)) },
      },
    };
    const { figures } = mergeNewest(known, late, START).session;
    expect(figures.views?.value).toBe(743);
    expect(figures.likes?.value).toBe(9);
  });

  it('takes a column of the products from the newest answer that has it', () => {
    const [mask, serum, oil] = ['11', '22', '33'].map((id) => v.parse(ProductIdSchema, id));
    if (mask === undefined || serum === undefined || oil === undefined) throw new Error('no ids');
    const answer = (at: number, products: Product[]) => ({
      room: { id: roomA },
      products,
      origins: { products: partOrigin('product/list', unixMs(START + at)) },
    });
    const page = answer(2, [
      { id: mask, impressions: 20 },
      { id: serum, impressions: 10 },
    ]);
    const ours = answer(3, [
      { id: serum, clicks: 3 },
      { id: mask, clicks: 5 },
    ]);
    const late = answer(1, [
      { id: mask, clicks: 1, impressions: 1, stockLeft: 7 },
      { id: oil, stockLeft: 8 },
    ]);
    const merged = [ours, page, late].reduce(
      (known, part) => mergeNewest(known, part, START),
      nothing,
    );
    expect(merged.session.products).toEqual([
      { id: serum, clicks: 3, impressions: 10 },
      { id: mask, clicks: 5, impressions: 20, stockLeft: 7 },
    ]);
  });

  it('asks anew for series that went with the interval they had', () => {
    const answer = (interval: number, at: number) => ({
      room: { id: roomA },
      timeline: {
        interval: seconds(interval),
        series: [{ metric: 'gmv', kind: 'amount' as const, points: [] }],
      },
      origins: { timeline: partOrigin('trend/chart', unixMs(START + at)) },
    });
    const asked = (...ids: number[]) => ({ endpoint: 'trend/chart', ids });
    const whole = mergeNewest(nothing, answer(300, 1), START, asked(3, 20, 11));
    const longer = mergeNewest(whole, answer(600, 2), START, asked(3, 20));
    expect(answeredTimes(longer.times)['trend/chart']?.ids).toEqual({
      3: START + 2,
      20: START + 2,
    });
  });

  it('does not mix series of two intervals', () => {
    const timeline = (interval: number, metric: string, at: number) => ({
      room: { id: roomA },
      timeline: {
        interval: seconds(interval),
        series: [{ metric, kind: 'amount' as const, points: [] }],
      },
      origins: { timeline: partOrigin('trend/chart', unixMs(START + at)) },
    });
    const wide = mergeNewest(nothing, timeline(900, 'gmv', 2), START);
    const late = mergeNewest(wide, timeline(300, 'views', 1), START);
    expect(late.session.timeline?.series.map(({ metric }) => metric)).toEqual(['gmv']);
    const next = mergeNewest(late, timeline(300, 'likes', 3), START);
    expect(next.session.timeline?.series.map(({ metric }) => metric)).toEqual(['likes']);
  });
});
