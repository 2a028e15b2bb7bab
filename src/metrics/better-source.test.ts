import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withFiles } from './better-source.ts';
import type { Origin } from './figure.ts';
import { ProductIdSchema, RoomIdSchema } from './ids.ts';
import { emptySession } from './merge.ts';
import { money } from './money.ts';
import type { RoomInfo, Session } from './session.ts';
import { finalAt, HOUR_MS, seconds, toMs, type UnixMs, unixMs, unixSeconds } from './time.ts';

const id = v.parse(RoomIdSchema, '7649951805363391253');
const start = unixSeconds(1_781_143_200);
const end = unixSeconds(start + 7_200);
const final = finalAt(end);
const early = toMs(unixSeconds(start + 3_600));
const past = { id, startedAt: start, endedAt: end, status: 'ended' } as const;

function said(origin: Origin, views: number, room: RoomInfo = past): Session {
  return {
    ...emptySession(id),
    room,
    figures: { views: { value: views, origin } },
    origins: { room: origin, figures: origin },
  };
}
const own = (views: number, at: UnixMs, room?: RoomInfo) =>
  said({ how: 'fetched', endpoint: 'core/stats', at }, views, room);
const file = (views: number, at: UnixMs, room?: RoomInfo) =>
  said({ how: 'file', endpoint: 'live-analysis', at, summary: true }, views, room);
const viewsOf = (answered: Session | undefined, ...files: Session[]) =>
  withFiles(id, answered, files).figures.views?.value;

describe('a LIVE by its own answers and by files', () => {
  it('is what was answered, where no file tells of it', () => {
    const answered = own(900, final);
    expect(withFiles(id, answered, [])).toBe(answered);
  });

  it('has its own figures where these are final, or no file’s are', () => {
    expect(viewsOf(own(900, final), file(1_000, unixMs(final + HOUR_MS)))).toBe(900);
    expect(viewsOf(own(900, early), file(1_000, unixMs(final - 1)))).toBe(900);
  });

  it('has a file’s final figures in place of those that were read before', () => {
    const session = withFiles(id, own(900, early), [file(1_000, final)]);
    expect(session.figures.views?.value).toBe(1_000);
    expect(session.origins.figures?.how).toBe('file');
  });

  it('has the later of two files’ figures, whichever was imported first', () => {
    const [older, newer] = [file(1_000, early), file(1_010, final)];
    expect(viewsOf(undefined, older, newer)).toBe(1_010);
    expect(viewsOf(undefined, newer, older)).toBe(1_010);
  });

  it('takes no amount of another currency than its own', () => {
    const origin: Origin = { how: 'file', endpoint: 'live-analysis', at: final, summary: true };
    const foreign: Session = {
      ...file(1_000, final),
      currency: money('1', 'USD').currency,
      figures: { gmv: { money: money('12', 'USD'), origin } },
    };
    const answered: Session = { ...own(900, early), currency: money('1', 'VND').currency };
    expect(withFiles(id, answered, [foreign]).figures.gmv).toBeUndefined();
    expect(withFiles(id, undefined, [foreign]).figures.gmv?.money.amount).toBe('12');
  });

  it('ends when a file says so, if it was never seen to end', () => {
    const running: RoomInfo = { id, startedAt: unixSeconds(start + 20), status: 'live' };
    const over: RoomInfo = { ...past, duration: seconds(7_200) };
    expect(withFiles(id, own(900, early, running), [file(1_000, final, over)]).room).toEqual({
      id,
      startedAt: start + 20,
      duration: 7_200,
      endedAt: end + 20,
      status: 'ended',
    });
    const ended: RoomInfo = { id, startedAt: unixSeconds(start + 20), endedAt: end };
    const known = withFiles(id, own(900, early, ended), [file(1_000, final, over)]).room;
    expect(known).toEqual(ended);
  });

  it('runs on where it was seen to run later than the file', () => {
    const running: RoomInfo = { id, startedAt: start, status: 'live' };
    const { room } = withFiles(id, own(900, final, running), [file(1_000, early)]);
    expect(room.status).toBe('live');
  });

  describe('and a copy of what was answered', () => {
    const origin: Origin = { how: 'fetched', endpoint: 'product/list', at: final };
    const products = [{ id: v.parse(ProductIdSchema, '1729400000000000001'), orders: 3 }];
    const gap = { endpoint: 'product/list', field: 'ctr', reason: 'absent' } as const;
    const answered = own(900, final);
    const copy: Session = {
      ...answered,
      products,
      gaps: [gap],
      origins: { ...answered.origins, products: origin },
    };

    it('is that copy, whole, where nothing else is known', () => {
      expect(withFiles(id, undefined, [copy])).toEqual(copy);
      expect(withFiles(id, undefined, [file(1_000, early), copy])).toEqual(copy);
    });

    it('has the parts that its answers lack, with where they are from and what is missing of them', () => {
      const session = withFiles(id, own(950, final), [copy]);
      expect(session).toMatchObject({ products, gaps: [gap], origins: { products: origin } });
      expect(session.figures.views?.value).toBe(950);
    });

    it('gives a part that could not be read, which is no gap then', () => {
      const gap = { endpoint: 'product/list', field: 'products', reason: 'unreachable' } as const;
      const known = { ...own(950, final), gaps: [gap] };
      const given: Session = {
        ...own(950, final),
        products,
        origins: { products: { how: 'fetched', endpoint: 'product/list', at: final } },
      };
      expect(withFiles(id, known, [given])).toMatchObject({ products, gaps: [] });
    });

    it('keeps its own parts, and none of a copy’s gaps with them', () => {
      const mine = products.map((one) => ({ ...one, orders: 5 }));
      const known = { ...answered, products: mine, origins: copy.origins };
      expect(withFiles(id, known, [copy])).toMatchObject({ products: mine, gaps: [] });
    });

    it('has what was answered before what a list says, however late the list', () => {
      const late: Origin = {
        ...origin,
        endpoint: 'live/list',
        at: unixMs(final + HOUR_MS),
        summary: true,
      };
      const session = withFiles(id, said(late, 870), [copy]);
      expect(session.figures.views?.value).toBe(900);
    });

    it('is the later of two copies', () => {
      const newer = own(990, unixMs(final + HOUR_MS));
      expect(viewsOf(undefined, copy, newer)).toBe(990);
      expect(viewsOf(undefined, newer, copy)).toBe(990);
      expect(withFiles(id, undefined, [newer, copy]).products).toEqual(products);
    });
  });
});
