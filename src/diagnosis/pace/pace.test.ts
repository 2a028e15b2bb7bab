import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { fixtureSession, HOUR, START, series } from '../factors/fixture.ts';
import { anyCase } from '../factors/fixture-arbitrary.ts';
import { arbitrarySession } from '../fixtures/arbitrary.ts';
import type { PastTimeline } from './curve.ts';
import { paceOf } from './pace.ts';

/** What five minutes bring: 1,000 impressions, 50 views, 20 taps, 2 orders of 20 dollars. */
const usual = { impressions: 1000, views: 50, productClicks: 20, orders: 2, gmv: 40 };

function timelineOf(
  hours: number,
  factors: Partial<typeof usual>,
): NonNullable<Session['timeline']> {
  const session = fixtureSession({
    timeline: {
      interval: 300,
      series: Object.entries(usual).map(([metric, value]) => ({
        ...series('gmv', 'amount', Array(Math.round(hours * 12)).fill(value)),
        metric,
      })),
    },
  });
  for (const one of session.timeline?.series ?? []) {
    const [, factor = 1] = Object.entries(factors).find(([name]) => name === one.metric) ?? [];
    one.points = one.points.map(([at, value]) => [at, value * factor]);
  }
  return session.timeline ?? { interval: seconds(300), series: [] };
}

/** An earlier LIVE of some hours, at a pace of its own. */
function earlier(place: number, hours: number, pace: number): PastTimeline {
  const back = (place + 1) * 86_400;
  const { interval, series: all } = timelineOf(hours, {
    impressions: pace,
    views: pace,
    productClicks: pace,
    orders: pace,
    gmv: pace,
  });
  return {
    startedAt: unixSeconds(START - back),
    endedAt: unixSeconds(START - back + hours * HOUR),
    currency: fixtureSession({ currency: 'USD' }).currency,
    timeline: {
      interval,
      series: all.map((one) => ({
        ...one,
        points: one.points.map(([at, value]) => [unixSeconds(at - back), value]),
      })),
    },
  };
}

const paces = [0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2];
const past = paces.map((pace, place) => earlier(place, 3, pace));

const running = (factors: Partial<typeof usual> = {}) =>
  fixtureSession({
    currency: 'USD',
    room: { status: 'live', endedAt: undefined, duration: HOUR },
    timeline: timelineOf(1, factors),
  });
const told = (session: Session, lives = past, planned?: number) => {
  const pace = paceOf(
    session,
    lives,
    seconds(HOUR),
    planned === undefined ? {} : { plannedLength: seconds(planned) },
  );
  if (pace.state !== 'told') throw new Error('The pace is untold.');
  return pace;
};

describe('the pace of a running LIVE', () => {
  it('is held against own LIVEs at the same elapsed time', () => {
    const gmv = told(running()).rows.find(({ metric }) => metric === 'gmv');
    expect(gmv).toMatchObject({ now: 480, standing: 'usual', usual: { n: 7 } });
    expect(gmv?.usual.p50).toBeCloseTo(480, 6);
    expect(gmv?.usual.p25).toBeCloseTo(444, 6);
    expect(told(running({ gmv: 0.5 })).text.key).toBe('pace_behind');
    expect(told(running({ gmv: 2 })).text.key).toBe('pace_ahead');
  });

  it('leaves out what ran shorter, LIVEs in another currency, and an interval that still runs', () => {
    const short = earlier(9, 0.5, 9);
    const foreign = {
      ...earlier(10, 3, 9),
      currency: fixtureSession({ currency: 'VND' }).currency,
    };
    const all = told(running(), [...past, short, foreign]);
    expect(all.lives).toBe(8);
    expect(all.rows.find(({ metric }) => metric === 'gmv')?.usual.n).toBe(7);
    expect(all.rows.find(({ metric }) => metric === 'views')?.usual.n).toBe(8);
    expect(paceOf(running(), past, seconds(HOUR - 60))).toMatchObject({ elapsed: HOUR - 300 });
  });

  it('projects the end from how own LIVEs went on, for the planned or the typical length', () => {
    const typical = told(running()).projection;
    expect(typical).toMatchObject({ until: 3 * HOUR, planned: false, lives: 7 });
    expect(typical?.gmv.value).toBeCloseTo(1440, 6);
    expect(told(running(), past, 2 * HOUR).projection?.gmv.value).toBeCloseTo(960, 6);
    expect(told(running(), past, 5 * HOUR).projection).toBeUndefined();
    expect(told(running({ gmv: 0 })).projection).toBeUndefined();
  });

  it('names the one step furthest below its usual, with what to do about it', () => {
    expect(told(running()).step).toBeUndefined();
    const step = told(running({ productClicks: 0.4, orders: 0.4, gmv: 0.4 })).step;
    expect(step).toMatchObject({ id: 'liveCtr', act: { key: 'pace_act_liveCtr' } });
    expect(step?.now).toBeCloseTo(0.16, 9);
    expect(step?.ratio).toBeLessThan(0.8);
    expect(step?.ratio).toBeGreaterThan(0.4);
    expect(step?.sureness).toBeGreaterThan(0.9);
    // An order or two fewer in an hour is what chance does.
    expect(told(running({ orders: 0.9, gmv: 0.9 })).step).toBeUndefined();
  });

  it('says what it takes where it cannot be told', () => {
    expect(paceOf(running(), past.slice(0, 3), seconds(HOUR))).toMatchObject({
      state: 'untold',
      needs: { key: 'pace_moreLives', values: { count: { value: 2 } } },
    });
    expect(paceOf(running(), past, seconds(600))).toMatchObject({
      needs: { key: 'factor_shared_moreMinutes', values: { count: { value: 5 } } },
    });
    expect(paceOf(fixtureSession(), past, seconds(HOUR))).toMatchObject({
      needs: { key: 'pace_needsCourse' },
    });
  });

  it('holds no figure that is not a number, whatever the sessions', () => {
    const any = fc.oneof(
      arbitrarySession,
      anyCase.map(({ session }) => session),
    );
    fc.assert(
      fc.property(any, fc.array(anyCase, { maxLength: 8 }), fc.nat(9000), (session, lives, now) => {
        const before = lives.flatMap(({ session: { timeline, currency } }, place) =>
          timeline === undefined || currency === undefined
            ? []
            : [
                {
                  startedAt: unixSeconds(START - place - 1),
                  endedAt: unixSeconds(START + 7200),
                  currency,
                  timeline,
                },
              ],
        );
        const text = JSON.stringify(paceOf(session, before, seconds(now)), (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
        );
        expect(text).not.toContain('broken');
      }),
    );
  });
});
