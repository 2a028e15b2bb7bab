import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { SessionSchema } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { sampleShop } from './index.ts';

const NOW = unixMs(Date.UTC(2026, 10, 23, 17, 45));
const shop = sampleShop({ now: NOW });
const ended = shop.rooms.slice(1);
const started = (room: (typeof ended)[number]): number => room.session.room.startedAt ?? Number.NaN;
const length = (room: (typeof ended)[number]): number => room.session.room.duration ?? Number.NaN;

/** Linear quantile, as the reference's table uses. */
function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

describe('the sample shop', () => {
  it('has sixty LIVEs of the last 90 days, newest first, one on air, none overlapping', () => {
    expect(shop.rooms).toHaveLength(60);
    expect(shop.rooms.filter(({ phase }) => phase === 'running')).toHaveLength(1);
    expect(shop.rooms[0]?.phase).toBe('running');
    for (const [i, room] of shop.rooms.entries()) {
      const before = shop.rooms[i + 1];
      expect(started(room)).toBeGreaterThanOrEqual(NOW / 1000 - 90 * 86_400);
      if (before !== undefined)
        expect(started(before) + length(before)).toBeLessThan(started(room));
    }
  });

  it('passes the session schema without losing a field, and says that it is simulated', () => {
    for (const { session } of shop.rooms) {
      expect(v.parse(SessionSchema, session)).toEqual(session);
      expect(session.simulated).toBe(true);
      expect(session.origins.figures?.how).toBe('simulated');
    }
  });

  it('has room ids of 19 digits that hold the start, all different', () => {
    const ids = shop.rooms.map(({ session }) => session.room.id);
    expect(new Set(ids).size).toBe(60);
    for (const room of shop.rooms) {
      expect(room.session.room.id).toMatch(/^\d{19}$/);
      const late = started(room) - Number(BigInt(room.session.room.id) >> 32n);
      expect(late).toBeGreaterThan(0);
      expect(late).toBeLessThanOrEqual(60);
    }
  });

  it('sells 40 products of three categories', () => {
    expect(shop.products).toHaveLength(40);
    expect(new Set(shop.products.map(({ id }) => id)).size).toBe(40);
    expect(new Set(shop.products.map(({ category }) => category)).size).toBe(3);
    expect(new Set(shop.products.map(({ name }) => name)).size).toBe(40);
    const ids = new Set(shop.products.map(({ id }) => id));
    for (const { session } of shop.rooms) {
      expect(session.products?.every(({ id }) => ids.has(id))).toBe(true);
    }
  });

  it('is the same for the same options, and another for another seed', () => {
    expect(sampleShop({ now: NOW }).rooms).toEqual(shop.rooms);
    const other = sampleShop({ now: NOW, seed: 2 });
    expect(other.rooms.map(({ session }) => session.room.id)).not.toEqual(
      shop.rooms.map(({ session }) => session.room.id),
    );
  });

  it('keeps its ended LIVEs when opened later that day, and on later days those still in reach', () => {
    const figures = (rooms: typeof shop.rooms): unknown[] =>
      rooms.map(({ session }) => [session.room.id, session.products, session.timeline]);
    const evening = sampleShop({ now: unixMs(NOW + 8 * 3_600_000) });
    expect(figures(evening.rooms.slice(1))).toEqual(figures(ended));
    const later = sampleShop({ now: unixMs(NOW + 3 * 86_400_000) });
    const ids = new Set(later.rooms.map(({ session }) => session.room.id));
    expect(ended.filter(({ session }) => ids.has(session.room.id)).length).toBeGreaterThan(54);
  });

  it('offers a replay for 30 days, and an address for it to the demo alone', () => {
    expect(shop.rooms.some(({ session }) => session.room.replayUrl !== undefined)).toBe(false);
    for (const { session, replay } of sampleShop({ now: NOW, replays: 'demo' }).rooms) {
      const { endedAt, replayUrl, status, id } = session.room;
      const young = status === 'ended' && NOW / 1000 < (endedAt ?? 0) + 30 * 86_400;
      expect(replayUrl).toBe(young ? `https://replays.example/demo/replay/${id}.m3u8` : undefined);
      expect(replay?.durationSeconds).toBe(young ? session.room.duration : undefined);
    }
  });

  it('marks every cover as a sample', () => {
    for (const { session } of shop.rooms) {
      expect(decodeURIComponent(session.room.coverUrl ?? '')).toContain('>SAMPLE<');
    }
  });

  it('plants every fault, and violations in four or five LIVEs', () => {
    const planted = ended.flatMap(({ truth }) => truth.planted.map(({ fault }) => fault));
    expect(new Set(planted).size).toBe(9);
    const broken = ended.filter(({ session }) => (session.violations ?? []).length > 0);
    expect([4, 5]).toContain(broken.length);
    expect(
      broken.every(({ truth }) => truth.planted.some(({ fault }) => fault === 'violation')),
    ).toBe(true);
  });

  it('shows what was planted in the figures', () => {
    const median = (id: MetricId, rooms: typeof ended): number =>
      quantile(
        rooms.flatMap(({ session }) => numberOf(session.figures, id) ?? []),
        0.5,
      );
    const having = (fault: string): typeof ended =>
      ended.filter(({ truth }) => truth.planted.some((one) => one.fault === fault));
    expect(median('paymentRate', having('unpaid-orders'))).toBeLessThan(0.8);
    expect(median('adsRoi', having('ads-do-not-pay'))).toBeLessThan(1.5);
    for (const room of having('very-short')) expect(length(room)).toBeLessThan(40 * 60);
    for (const room of having('thin-basket')) expect(room.session.products).toHaveLength(5);
    for (const { session, truth } of having('stuck-pin')) {
      const stuck = truth.planted.find(({ fault }) => fault === 'stuck-pin');
      const pin = session.pins?.find(
        ({ product, startedAt }) => product === stuck?.product && startedAt === stuck.from,
      );
      const end = pin?.endedAt ?? session.room.endedAt ?? 0;
      expect(end - (pin?.startedAt ?? Number.NaN)).toBeGreaterThanOrEqual(50 * 60);
    }
  });
});

describe('its figures over the ended LIVEs', () => {
  /** Median and spread (standard deviation of the logarithm) as drawn for this shop, and how far real rooms spread. */
  it.each([
    ['impressionsPerHour', 24_000, 0.2],
    ['tapThroughRate', 0.043, 0.15],
    ['liveCtr', 0.34, 0.17],
    ['ctor', 0.065, 0.23],
    ['aov', 25, 0.22],
    ['followRate', 0.0073, 0.36],
    ['gmvPerHour', 570, 0.47],
  ] as const)('%s have about their median and spread like real rooms', (id, median, sdlog) => {
    const values = ended.flatMap(({ session }) => numberOf(session.figures, id) ?? []);
    expect(values).toHaveLength(59);
    expect(quantile(values, 0.5) / median).toBeGreaterThan(0.85);
    expect(quantile(values, 0.5) / median).toBeLessThan(1.15);
    // The shortest LIVEs may win no follower at all.
    const logs = values.filter((value) => value > 0).map(Math.log);
    const mean = logs.reduce((all, one) => all + one, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((all, one) => all + (one - mean) ** 2, 0) / logs.length);
    expect(spread / sdlog).toBeGreaterThan(0.7);
    expect(spread / sdlog).toBeLessThan(1.4);
  });

  it('lead the For You feed in impressions and search in tap-through', () => {
    for (const { session } of ended) {
      const sources = session.sources ?? [];
      const most = [...sources].sort((a, b) => (b.impressions ?? 0) - (a.impressions ?? 0))[0];
      const best = [...sources].sort(
        (a, b) => (b.tapThroughRate ?? 0) - (a.tapThroughRate ?? 0),
      )[0];
      expect(most?.name).toBe('foru');
      expect(best?.name).toBe('search');
    }
  });
});
