import { describe, expect, it } from 'vitest';
import { wholeOf } from '../../metrics/audience.ts';
import { type MetricId, metric, metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { addMoney, type Money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { type SampleRoom, sampleShop } from './index.ts';

const NOW = unixMs(Date.UTC(2026, 10, 23, 17, 45));
const rooms = sampleShop({ now: NOW }).rooms;
const each = rooms.map((room): [string, SampleRoom] => [room.session.room.id, room]);

const known = (session: Session, id: MetricId): number => {
  const value = numberOf(session.figures, id);
  if (value === undefined) throw new Error(`${id} is not known`);
  return value;
};
const hours = ({ room }: Session): number => (room.duration ?? 0) / 3_600;
const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
const total = (values: readonly (Money | undefined)[]): string | undefined =>
  addMoney(values.flatMap((value) => value ?? []))?.amount;
const close = (actual: number, expected: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-9);
};

describe.each(each)('LIVE %s', (_, { session }) => {
  const value = (id: MetricId): number => known(session, id);

  it('has impressions per hour and GMV per hour over its own length', () => {
    const impressions = value('impressionsPerHour') * hours(session);
    close(impressions, value('impressions'));
    expect(Number.isInteger(value('impressions'))).toBe(true);
    close(value('gmvPerHour') * hours(session), value('gmv'));
    expect(session.room.endedAt ?? Number.NaN).toSatisfy(
      (end: number) =>
        session.room.status === 'live' ||
        end - (session.room.startedAt ?? 0) === session.room.duration,
    );
  });

  it('has GMV per hour as the product of the five steps', () => {
    const steps = ['impressionsPerHour', 'tapThroughRate', 'liveCtr', 'ctor', 'aov'] as const;
    close(
      steps.reduce((product, id) => product * value(id), 1),
      value('gmvPerHour'),
    );
  });

  it('has order rate = LIVE CTR × CTOR (SKU), AOV = GMV ÷ orders, show GPM = watch GPM × tap-through', () => {
    close(value('orderRateSku'), value('liveCtr') * value('ctorSku'));
    close(value('aov') * value('orders'), value('gmv'));
    close(value('showGpm'), value('watchGpm') * value('tapThroughRate'));
    close(value('followRate') * value('views'), value('newFollowers'));
  });

  it('has every rate as the ratio of its counts, and every count whole', () => {
    for (const id of metricIds) {
      const { unit, parts } = metric(id);
      const actual = numberOf(session.figures, id);
      if (actual === undefined) continue;
      if (unit === 'count') expect(Number.isInteger(actual) && actual >= 0, id).toBe(true);
      if (parts === undefined) continue;
      const [top, bottom] = metricIds
        .filter((one) => one === parts.numerator)
        .concat(metricIds.filter((one) => one === parts.denominator));
      if (top === undefined || bottom === undefined) throw new Error(`${id} has no parts`);
      close((actual * value(bottom)) / (parts.per ?? 1), value(top));
      expect(session.figures[id]?.derivedFrom).toEqual([top, bottom]);
    }
  });

  it('nests its counts', () => {
    const chain = ['impressions', 'views', 'viewers'] as const;
    for (const [i, id] of chain.entries()) {
      const next = chain[i + 1];
      if (next !== undefined) expect(value(next)).toBeLessThanOrEqual(value(id));
    }
    expect(value('productClicks')).toBeLessThanOrEqual(value('productImpressions'));
    expect(value('orders')).toBeLessThanOrEqual(value('productClicks'));
    expect(value('orders')).toBeLessThanOrEqual(value('createdOrders'));
    expect(value('customers')).toBeLessThanOrEqual(value('orders'));
    expect(value('orders')).toBeLessThanOrEqual(value('skuOrders'));
    expect(value('skuOrders')).toBeLessThanOrEqual(value('itemsSold'));
    expect(value('viewsOverOneMinute')).toBeLessThanOrEqual(value('views'));
  });

  it('adds up from its intervals', () => {
    const amounts = (session.timeline?.series ?? []).filter(({ kind }) => kind === 'amount');
    expect(amounts.length).toBe(13);
    for (const { metric: id, points } of amounts) {
      const metricId = metricIds.find((one) => one === id);
      if (metricId === undefined) throw new Error(`${id} is not in the catalogue`);
      const scale = metricId === 'gmv' ? 100 : 1;
      const added = points.reduce((all, [, one]) => all + Math.round(one * scale), 0);
      expect(added, id).toBe(Math.round(value(metricId) * scale));
    }
  });

  it('adds up from its products', () => {
    const products = session.products ?? [];
    expect(sum(products.map(({ impressions }) => impressions))).toBe(value('productImpressions'));
    expect(sum(products.map(({ clicks }) => clicks))).toBe(value('productClicks'));
    expect(sum(products.map(({ orders }) => orders))).toBe(value('orders'));
    expect(sum(products.map(({ skuOrders }) => skuOrders))).toBe(value('skuOrders'));
    expect(sum(products.map(({ itemsSold }) => itemsSold))).toBe(value('itemsSold'));
    expect(sum(products.map(({ addToCarts }) => addToCarts))).toBe(value('addToCarts'));
    expect(total(products.map(({ gmv }) => gmv))).toBe(session.figures.gmv?.money.amount);
    expect(products.filter(({ orders }) => orders !== 0)).toHaveLength(session.productsSold ?? -1);
    for (const { impressions, clicks, ctr, orders, ctor } of products) {
      if (ctr !== undefined) close(ctr * (impressions ?? Number.NaN), clicks ?? Number.NaN);
      if (ctor !== undefined) close(ctor * (clicks ?? Number.NaN), orders ?? Number.NaN);
    }
  });

  it('adds up from its traffic sources, and these from their details', () => {
    const sources = session.sources ?? [];
    expect(sources).toHaveLength(7);
    expect(sum(sources.map(({ impressions }) => impressions))).toBe(value('impressions'));
    expect(sum(sources.map(({ views }) => views))).toBe(value('views'));
    expect(total(sources.map(({ gmv }) => gmv))).toBe(session.figures.gmv?.money.amount);
    for (const { impressions, views, gmv, details, tapThroughRate } of sources) {
      if (tapThroughRate !== undefined) close(tapThroughRate * (impressions ?? 0), views ?? 0);
      if (details === undefined) continue;
      expect(sum(details.map((detail) => detail.impressions))).toBe(impressions);
      expect(sum(details.map((detail) => detail.views))).toBe(views);
      expect(total(details.map((detail) => detail.gmv))).toBe(gmv?.amount);
    }
  });

  it('adds up from its audience', () => {
    const counts = {
      viewers: 'viewers',
      customers: 'customers',
      impressions: 'impressions',
      orders: 'skuOrders',
    } as const;
    for (const split of session.audience ?? []) {
      const { of, by } = split;
      if (of === 'aov' || by === 'region') continue;
      if (of === 'gmv') close(wholeOf(split) ?? Number.NaN, value('gmv'));
      else expect(wholeOf(split), `${of} by ${by}`).toBe(value(counts[of]));
    }
  });

  it('marks as pinned exactly the products that have a pin', () => {
    const pinned = new Set((session.pins ?? []).map(({ product }) => product));
    const marked = (session.products ?? []).filter(({ wasPinned }) => wasPinned);
    expect(new Set(marked.map(({ id }) => id))).toEqual(pinned);
  });

  it('compares itself with the median of its own past 14 days', () => {
    for (const { median, difference, current, past } of Object.values(session.comparisons.own)) {
      const sorted = past.map((one) => one.value).sort((a, b) => a - b);
      const middle = sorted.slice(
        Math.ceil(sorted.length / 2) - 1,
        Math.floor(sorted.length / 2) + 1,
      );
      close(median ?? Number.NaN, sum(middle) / middle.length);
      if (difference !== undefined)
        close(difference, (current ?? Number.NaN) / (median ?? Number.NaN) - 1);
      for (const { startedAt, endedAt } of past) {
        expect(endedAt).toBeLessThanOrEqual(session.room.startedAt ?? 0);
        expect(startedAt).toBeGreaterThanOrEqual((session.room.startedAt ?? 0) - 14 * 86_400);
      }
    }
    expect(Object.keys(session.comparisons.own)).toHaveLength(15);
  });
});
