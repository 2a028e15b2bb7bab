import { describe, expect, it } from 'vitest';
import { metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { emptySession, mergePart } from '../../metrics/merge.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { readObserved } from '../../sources/seller-center/observed.ts';
import { askRoomList, asksOf } from '../../sources/seller-center/requests.ts';
import { api } from '../api.ts';
import type { DemoRequest } from '../exchange.ts';
import { demoShop } from '../shop.ts';
import { coreStatFields } from './core-stat-fields.ts';

const NOW = Date.parse('2026-11-23T20:00:00Z');
const shop = demoShop(NOW, 7);
const sessions = shop.sessions(NOW);
const HOST = 'seller-us.tiktok.com';

/** What our client would read of a room if it asked the demo. */
function readBack(session: Session): Session {
  const asked = { room: session.room.id };
  const asks = [
    ...asksOf(asked),
    { path: '/api/v1/insights/workbench/live/detail/room/info', body: infoBody(session) },
  ];
  return asks.reduce((whole, { path, body }) => {
    const answer = api(request(path, body), shop, true);
    const read = readObserved({
      url: `https://${HOST}${path}`,
      request: body,
      status: answer.status,
      body: String(answer.body),
      at: unixMs(NOW),
    });
    if (!read.ok) throw new Error(`${path}: ${read.fault.code} ${read.fault.detail}`);
    return read.value === undefined ? whole : mergePart(whole, read.value.part);
  }, emptySession(session.room.id));
}

const infoBody = (session: Session): string =>
  JSON.stringify({ request: { room_filter: { room_id: session.room.id } } });

const request = (path: string, body: string): DemoRequest => ({
  at: NOW,
  method: 'POST',
  host: HOST,
  path,
  query: new URLSearchParams(),
  headers: {},
  body,
});

const running = sessions[0];
const ended = sessions[1];
const violated = sessions.find((session) => (session.violations?.length ?? 0) > 0);
if (running === undefined || ended === undefined || violated === undefined) {
  throw new Error('The sample shop lacks the LIVEs these tests read.');
}

describe.each([
  ['running', running],
  ['ended', ended],
  ['violated', violated],
] as const)('a %s LIVE of the sample shop, answered by the demo and read back', (_, session) => {
  const back = readBack(session);

  it('is the same room', () => {
    const { coverUrl: _cover, replayUrl: _replay, replayExpiresAt, ...room } = session.room;
    const { coverUrl, replayUrl: _address, replayExpiresAt: expires, ...same } = back.room;
    expect({ ...same, zone: { offset: same.zone?.offset } }).toEqual({
      ...room,
      zone: { offset: room.zone?.offset },
    });
    expect(coverUrl).toBe(`https://${HOST}/demo/cover/${room.id}.svg`);
    expect(expires).toBe(replayExpiresAt);
  });

  it('has the same figures, to the places they are answered with', () => {
    for (const id of metricIds) {
      const sent = numberOf(session.figures, id);
      const read = numberOf(back.figures, id);
      if (sent === undefined || read === undefined) continue;
      expect(Math.abs(read - sent), id).toBeLessThanOrEqual(Math.max(0.5, sent * 1e-3));
    }
    for (const id of [
      'gmv',
      'orders',
      'skuOrders',
      'impressions',
      'views',
      'productClicks',
    ] as const) {
      expect(numberOf(back.figures, id), id).toBe(numberOf(session.figures, id));
    }
  });

  it('leaves no figure behind that core/stats has an id for', () => {
    const carried = [...coreStatFields.values()].flatMap((field) =>
      'metric' in field ? [field.metric] : [],
    );
    expect(
      carried.filter((id) => session.figures[id] !== undefined && back.figures[id] === undefined),
    ).toEqual([]);
  });

  it('has the same comparisons', () => {
    for (const [id, { difference }] of Object.entries(back.comparisons.market)) {
      expect(difference).toBeCloseTo(session.comparisons.market[id]?.difference ?? Number.NaN, 5);
    }
    for (const [id, own] of Object.entries(back.comparisons.own)) {
      expect(own.past, id).toHaveLength(session.comparisons.own[id]?.past.length ?? -1);
      expect(own.median).toBeCloseTo(session.comparisons.own[id]?.median ?? Number.NaN, 5);
    }
    expect(Object.keys(back.comparisons.own)).not.toEqual([]);
    expect(Object.keys(back.comparisons.market)).not.toEqual([]);
  });

  it('has the same timeline', () => {
    expect(back.timeline?.interval).toBe(session.timeline?.interval);
    for (const series of back.timeline?.series ?? []) {
      const sent = session.timeline?.series.find(({ metric }) => metric === series.metric);
      expect(series.points.map(([at]) => at)).toEqual(sent?.points.map(([at]) => at));
      expect(total(series.points)).toBeCloseTo(total(sent?.points ?? []), 1);
    }
    expect(back.timeline?.series.map(({ metric }) => metric).toSorted()).toEqual(
      session.timeline?.series.map(({ metric }) => metric).toSorted(),
    );
  });

  it('has the same products, sources, pins and violations', () => {
    const byId = (one: { id: string }, other: { id: string }): number =>
      one.id < other.id ? -1 : 1;
    expect(
      back.products?.toSorted(byId).map(({ id, orders, gmv }) => ({ id, orders, gmv })),
    ).toEqual(session.products?.toSorted(byId).map(({ id, orders, gmv }) => ({ id, orders, gmv })));
    expect(back.sources?.map(({ name, views, gmv }) => ({ name, views, gmv }))).toEqual(
      session.sources?.map(({ name, views, gmv }) => ({ name, views, gmv })),
    );
    expect(
      back.pins?.map(({ product, startedAt, endedAt }) => ({ product, startedAt, endedAt })),
    ).toEqual(
      session.pins?.map(({ product, startedAt, endedAt }) => ({ product, startedAt, endedAt })),
    );
    expect(back.violations ?? []).toEqual(session.violations ?? []);
  });

  it('has the same audience', () => {
    const sizes = (one: Session) =>
      one.audience?.map(({ of, by, parts }) => `${of} by ${by}: ${parts.length}`).toSorted();
    expect(sizes(back)).toEqual(sizes(session));
  });

  it('is marked as simulated', () => {
    expect(back.simulated).toBe(true);
  });
});

describe('the room list', () => {
  it('gives every LIVE of 92 days, a page at a time', () => {
    const ids = [0, 1].flatMap((page) => {
      const { path, body } = askRoomList({ now: unixMs(NOW), page });
      const read = readObserved({
        url: `https://${HOST}${path}`,
        request: body,
        status: 200,
        body: String(api(request(path, body), shop, true).body),
        at: unixMs(NOW),
      });
      if (!read.ok || read.value === undefined) throw new Error('The list could not be read.');
      return [read.value.part, ...read.value.others].map(({ room }) => room.id);
    });
    expect(ids.toSorted()).toEqual(sessions.map(({ room }) => room.id).toSorted());
  });

  it('refuses a span of more than 92 days', () => {
    const { path, body } = askRoomList({ now: unixMs(NOW), page: 0 });
    const longer = body.replace(/"start":"\d{4}/, '"start":"2025');
    expect(String(api(request(path, longer), shop, true).body)).toContain('98001004');
  });
});

function total(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [, value]) => sum + value, 0);
}
