import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../metrics/catalogue.ts';
import { AccountHandleSchema, ProductIdSchema } from '../../metrics/ids.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds } from '../../metrics/time.ts';
import { capturedLive, origin } from '../fixtures/captured.ts';
import { liveSide, usualSide } from './compared-side.ts';
import { madeLive, usualPast } from './two-lives.fixture.ts';
import { compareTwo } from './two-lives.ts';

const full = { impressions: 1000, views: 100, productClicks: 50, orders: 10, gmv: '200' };
const compare = (first: Session, second: Session) => compareTwo(liveSide(first), liveSide(second));
const figure = (first: Session, second: Session, id: MetricId) => {
  const found = compare(first, second).figures.find(({ metric }) => metric === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('the figures of two LIVEs', () => {
  it('of a LIVE against itself are all the same', () => {
    const live = capturedLive();
    const { figures, steps, unlike } = compare(live, live);
    expect(figures.length).toBeGreaterThan(30);
    expect(new Set(figures.map(({ reading }) => reading))).toEqual(new Set(['same', 'total']));
    expect(steps.map(({ reading, relative }) => [reading, relative])).toEqual(
      steps.map(() => ['same', 0]),
    );
    expect(unlike).toEqual([]);
  });

  it('say where so few counts differ so by chance, with the range that chance leaves', () => {
    const few = figure(madeLive(full), madeLive({ ...full, orders: 15 }), 'ctor');
    expect(few).toMatchObject({ first: 0.2, second: 0.3, reading: 'chance' });
    expect(few.relative).toBeCloseTo(-1 / 3, 9);
    expect(few.range?.low).toBeLessThan(-0.5);
    expect(few.range?.high).toBeGreaterThan(0);
    const times = (factor: number, orders: number) =>
      madeLive({ hours: 1, ...full, productClicks: 50 * factor, views: 5_000 * factor, orders });
    expect(figure(times(40, 400), times(40, 600), 'ctor').reading).toBe('apart');
  });

  it('have no difference in totals, which grow with the length, nor in money of two currencies', () => {
    const longer = madeLive({ ...full, hours: 2, orders: 20 });
    expect(figure(longer, madeLive(full), 'orders')).toEqual({
      metric: 'orders',
      first: 20,
      second: 10,
      reading: 'total',
    });
    const dong = madeLive({ ...full, currency: 'VND' });
    expect(figure(madeLive(full), dong, 'aov').reading).toBe('currencies');
    expect(figure(madeLive(full), dong, 'ctor').reading).toBe('same');
    expect(compare(madeLive(full), dong).unlike).toEqual(['currency']);
  });

  it('tell no difference of a rate that its own counts contradict, while the step goes by the counts', () => {
    const gap = { endpoint: 'test', field: 'liveCtr', reason: 'contradicts' } as const;
    const odd = {
      ...madeLive(full),
      figures: { ...madeLive(full).figures, liveCtr: { value: 0.9, origin } },
      gaps: [gap],
    };
    expect(figure(odd, madeLive(full), 'liveCtr')).toEqual({
      metric: 'liveCtr',
      first: 0.9,
      second: 0.5,
      reading: 'doubt',
    });
    const step = compare(odd, madeLive(full)).steps.find(({ metric }) => metric === 'liveCtr');
    expect(step).toMatchObject({ first: 0.5, reading: 'same' });
  });

  it('are missing where one side doesn’t know them, and not zero', () => {
    const { orders: _, ...unsold } = full;
    const found = figure(madeLive(full), madeLive(unsold), 'orders');
    expect(found).toEqual({ metric: 'orders', first: 10, reading: 'missing' });
  });

  it('against what is usual lie within the usual range or outside of it', () => {
    const live = liveSide(madeLive({ ...full, orders: 24 }));
    const usual = usualSide(usualPast(full), live.currency, live.funnel);
    const { steps, course, products } = compareTwo(live, usual);
    const ctor = steps.find(({ metric }) => metric === 'ctor');
    expect(ctor).toMatchObject({ first: 0.48, second: 0.3, reading: 'unusual' });
    expect(steps[0]?.reading).toBe('same');
    expect([course, products]).toEqual(['none-of-its-own', 'none-of-its-own']);
  });
});

describe('what two LIVEs differ in beside their figures', () => {
  it('is told of account, region, clock, length and of one that runs', () => {
    const here = madeLive(full);
    const there = {
      ...madeLive({ ...full, hours: 5 }),
      room: {
        ...madeLive({ ...full, hours: 5 }).room,
        region: 'GB',
        zone: { offset: seconds(0) },
        accountHandle: v.parse(AccountHandleSchema, 'other'),
      },
    };
    const zoned = {
      ...here,
      room: {
        ...here.room,
        region: 'US',
        zone: { offset: seconds(-28_800) },
        accountHandle: v.parse(AccountHandleSchema, 'mine'),
      },
    };
    expect(compare(zoned, there).unlike).toEqual(['account', 'region', 'zone', 'length']);
    const { endedAt: _, ...room } = here.room;
    const running: Session = { ...here, room: { ...room, status: 'live' } };
    expect(compare(running, here).unlike).toEqual(['running']);
  });

  it('is told of figures that were read before the end, which count as missing', () => {
    const here = madeLive(full);
    const early = { ...origin, how: 'fetched' as const };
    const { gmv } = here.figures;
    if (gmv === undefined) throw new Error('no GMV');
    const found = compare(
      { ...here, figures: { ...here.figures, gmv: { ...gmv, origin: early } } },
      here,
    );
    expect(found.unlike).toEqual(['partial']);
    expect(found.money).toMatchObject({ state: 'untold', reason: 'money' });
  });
});

describe('the products and sources of two LIVEs', () => {
  const product = (last: number, gmv: string, orders: number) => {
    const id = v.parse(ProductIdSchema, `172938475610293847${last}`);
    return { id, gmv: money(gmv, 'USD'), orders, clicks: 20, impressions: 200 };
  };

  it('stand by their ids, the widest difference per hour first, one that only one of them had included', () => {
    const first = {
      ...madeLive({ ...full, hours: 2 }),
      products: [product(1, '100', 5), product(2, '80', 4)],
    };
    const second = { ...madeLive(full), products: [product(1, '60', 3), product(3, '10', 1)] };
    const { products } = compare(first, second);
    if (typeof products === 'string') throw new Error(products);
    expect(products.map(({ id, difference }) => [id.slice(-1), difference])).toEqual([
      ['2', 40],
      ['1', -10],
      ['3', -10],
    ]);
    expect(products[0]).not.toHaveProperty('second');
    expect(products[1]?.first).toEqual({ gmv: 100, orders: 5, clicks: 20, ctr: 0.1, ctor: 0.25 });
  });

  it('are unread where one side’s were never read', () => {
    const { products, sources, course } = compare(
      { ...madeLive(full), products: [] },
      madeLive(full),
    );
    expect([products, sources, course]).toEqual(['unread', 'unread', 'unread']);
  });

  it('have shares of the views and money per hour, and tell who came from what they did', () => {
    const source = (name: string, views: number, gmv: string) => ({
      name,
      impressions: views * 10,
      views,
      gmv: money(gmv, 'USD'),
    });
    const first = {
      ...madeLive({ ...full, hours: 2 }),
      sources: [source('foru', 150, '100'), source('follow', 50, '100')],
    };
    const second = { ...madeLive(full), sources: [source('foru', 100, '100')] };
    const { sources, mix } = compare(first, second);
    expect(sources).toEqual([
      {
        name: 'foru',
        first: { share: 0.75, views: 150, gmvPerHour: 50 },
        second: { share: 1, views: 100, gmvPerHour: 100 },
      },
      { name: 'follow', first: { share: 0.25, views: 50, gmvPerHour: 50 } },
    ]);
    const {
      yours = 0,
      usual = 0,
      volume = 0,
      mix: moved = 0,
      rates = [],
      rest = 0,
    } = mix.source ?? {};
    expect([yours, usual]).toEqual([100, 100]);
    expect(volume + moved + rest + rates.reduce((all, one) => all + one, 0)).toBeCloseTo(0, 9);
  });
});
