import { describe, expect, it } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import type { Answered } from '../../archive/types.ts';
import { emptySession } from '../../metrics/merge.ts';
import type { RoomInfo, Session } from '../../metrics/session.ts';
import { finalAt, seconds, toMs, type UnixMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { idsOf } from '../../sources/seller-center/requests.ts';
import { trendIds } from '../../sources/seller-center/stats-types.ts';
import { type Endpoint, endpointsOf } from './endpoints.ts';
import { backoffUntil, type Known, staleEndpoints } from './freshness.ts';

const endpoints = endpointsOf();
const names = endpoints.map(({ name }) => name);
const endedAt = unixSeconds(1_781_149_519);
const ended: Partial<RoomInfo> = { status: 'ended', endedAt };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const plus = (at: number, ms: number): UnixMs => unixMs(at + ms);

/** An answer to a question for all the ids of an endpoint. */
const whole = ({ ids }: Endpoint, at: UnixMs): Answered => ({
  at,
  ids: Object.fromEntries(ids.map((id) => [id, at])),
});

function known(room: Partial<RoomInfo>, at: UnixMs, backoffs: Known['backoffs'] = {}): Known {
  const session: Session = { ...emptySession(roomA), room: { id: roomA, ...room } };
  return {
    session,
    answered: Object.fromEntries(endpoints.map((one) => [one.name, whole(one, at)])),
    backoffs,
  };
}

function stale(about: Known, now: UnixMs): string[] {
  return staleEndpoints(endpoints, about, now).map(({ name }) => name);
}

describe('the caching table', () => {
  it('asks all of a room that was never seen', () => {
    expect(stale({ session: undefined, answered: {}, backoffs: {} }, unixMs(0))).toEqual(names);
  });

  it('asks only what is missing of a room that was overheard', () => {
    const at = toMs(endedAt);
    const about = known(ended, at);
    const heard = ['core/stats', 'event/timeline'];
    const answered = Object.fromEntries(
      endpoints.filter(({ name }) => heard.includes(name)).map((one) => [one.name, whole(one, at)]),
    );
    expect(stale({ ...about, answered }, at)).toEqual(
      names.filter((name) => !heard.includes(name)),
    );
  });

  it('asks an endpoint for the ids alone that no answer was asked for, or no fresh one', () => {
    const at = toMs(endedAt);
    const about = known(ended, at);
    const answered = {
      ...about.answered,
      'trend/chart': { at, ids: { 20: at, 3: plus(at, -1) } },
      'user/portrait': { at, ids: {} },
    };
    const asked = staleEndpoints(endpoints, { ...about, answered }, at);
    const idsAsked = Object.fromEntries(asked.map(({ name, ids }) => [name, ids]));
    expect(idsAsked).toEqual({
      'trend/chart': trendIds.filter((id) => id !== 20),
      'user/portrait': idsOf['user/portrait'],
    });
  });

  it('keeps a running LIVE for 60 s, and its audience for a quarter of an hour', () => {
    const at = toMs(endedAt);
    const about = known({ status: 'live' }, at);
    expect(stale(about, plus(at, MINUTE - 1))).toEqual([]);
    expect(stale(about, plus(at, MINUTE))).toEqual(
      names.filter((name) => name !== 'user/portrait'),
    );
    expect(stale(about, plus(at, 15 * MINUTE))).toEqual(names);
  });

  it('keeps a LIVE of which no end is known as one that runs', () => {
    const at = toMs(endedAt);
    const startedAt = unixSeconds(endedAt - 3_600);
    const about = known({ startedAt, duration: seconds(3_600) }, at);
    expect(stale(about, plus(at, MINUTE - 1))).toEqual([]);
    expect(stale(about, plus(at, MINUTE))).toEqual(
      names.filter((name) => name !== 'user/portrait'),
    );
  });

  it('keeps an ended LIVE for 6 hours until it is final', () => {
    const at = plus(toMs(endedAt), MINUTE);
    expect(stale(known(ended, at), plus(at, 6 * HOUR - 1))).toEqual([]);
    expect(stale(known(ended, at), plus(at, 6 * HOUR))).toEqual(names);
  });

  it('asks again once a LIVE has ended, whatever was read while it ran', () => {
    const before = plus(toMs(endedAt), -1);
    expect(stale(known(ended, before), plus(toMs(endedAt), 1))).toEqual(names);
  });

  it('asks once more when a LIVE has become final, and never again', () => {
    const final = finalAt(endedAt);
    expect(stale(known(ended, plus(final, -1)), final)).toEqual(names);
    expect(stale(known(ended, final), plus(final, 80 * 24 * HOUR))).toEqual([]);
  });

  it('asks for a new address of a replay that is still kept', () => {
    const read = plus(finalAt(endedAt), 1);
    const room = { ...ended, replayExpiresAt: unixSeconds(read / 1000 + 3600) };
    expect(stale(known(room, read), plus(read, 5 * HOUR))).toEqual([]);
    expect(stale(known(room, read), plus(read, 7 * HOUR))).toEqual(['room/status']);
    expect(stale(known(room, read), plus(toMs(endedAt), 31 * 24 * HOUR))).toEqual([]);
  });

  it('leaves alone for a while what failed or had nothing to say', () => {
    const at = toMs(endedAt);
    const backoffs = {
      'core/stats': { until: backoffUntil(at, true), failed: true },
      'product/list': { until: backoffUntil(at, false), failed: false },
    };
    const about = { ...known(ended, at), answered: {}, backoffs };
    const without = (...gone: string[]) => names.filter((name) => !gone.includes(name));
    expect(stale(about, at)).toEqual(without('core/stats', 'product/list'));
    expect(stale(about, plus(at, MINUTE))).toEqual(without('product/list'));
    expect(stale(about, plus(at, 6 * HOUR))).toEqual(names);
  });
});
