import { describe, expect, it } from 'vitest';
import { spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { capturedLive } from '../fixtures/captured.ts';
import { coursePair } from './course-pair.ts';
import { hostSides, notByMinute } from './host-side.ts';
import { madeLive, withMinutes } from './two-lives.fixture.ts';
import { compareTwo } from './two-lives.ts';

/** Half an hour, the first third of it Ana's and the rest Bo's. */
const hosted = (from: Session): Session => {
  const { startedAt = unixSeconds(0) } = from.room;
  const turn = unixSeconds(startedAt + 600);
  return {
    ...from,
    hosts: [
      { name: 'Ana', startedAt, endedAt: turn },
      { name: 'Bo', startedAt: turn },
    ],
  };
};
const counts = {
  impressions: [100, 100, 50, 50, 50, 50],
  views: [10, 10, 10, 10, 10, 10],
  productClicks: [5, 5, 5, 5, 5, 5],
  orders: [1, 1, 2, 2, 2, 2],
  gmv: [10, 10, 40, 40, 40, 40],
};
const whole = madeLive({
  hours: 0.5,
  impressions: 400,
  views: 60,
  productClicks: 30,
  orders: 10,
  gmv: '180',
});
const sidesIn = (session: Session) => {
  const [ana, bo] = hostSides(session);
  if (ana === undefined || bo === undefined) throw new Error('no two hosts');
  return { ana, bo };
};

describe('the hosts of one LIVE as two sides', () => {
  it('are compared by the hour that each presented', () => {
    const { ana, bo } = sidesIn(hosted(withMinutes(whole, counts)));
    expect([ana.name, bo.name]).toEqual(['Ana', 'Bo']);
    const { money, course } = compareTwo(ana.side, bo.side);
    if (money.state === 'untold' || typeof course === 'string') throw new Error('untold');
    // $20 in 10 minutes against $160 in 20.
    expect([money.first, money.second]).toEqual([120, 480]);
    // Impressions halved, tap-through and CTOR doubled, AOV from $10 to $20: one ln 2 against three.
    const halves = money.parts.map(({ amount }) => Math.round(amount));
    expect(halves).toEqual([180, -180, 0, -180, -180]);
    expect(money.rest.amount).toBeCloseTo(0, 6);
    expect(course.steps).toBe(4);
    expect(course.lines[0]).toEqual({
      figure: 'gmv',
      first: [120, 120, undefined, undefined],
      second: [480, 480, 480, 480],
    });
  });

  it('put the stretches of one host after each other', () => {
    const live = hosted(withMinutes(whole, counts));
    const { startedAt = unixSeconds(0) } = live.room;
    const again = {
      name: 'Ana',
      startedAt: unixSeconds(startedAt + 1_500),
    };
    const { ana, bo } = sidesIn({
      ...live,
      hosts: [
        { name: 'Ana', startedAt, endedAt: unixSeconds(startedAt + 600) },
        { name: 'Bo', startedAt: unixSeconds(startedAt + 600), endedAt: again.startedAt },
        again,
      ],
    });
    expect(ana.side.hours).toBe(0.25);
    expect(coursePair(ana.side, bo.side)?.lines[0]?.first).toEqual([120, 120, 480]);
  });

  it('know nothing of what isn’t counted by the minute, or doesn’t add up to the LIVE', () => {
    const { views: _, ...rest } = counts;
    const live = hosted(withMinutes(whole, { ...rest, orders: [0, 0, 1, 0, 0, 0] }));
    const { ana, bo } = sidesIn(live);
    const { money, steps } = compareTwo(ana.side, bo.side);
    expect(steps.map(({ metric, reading }) => [metric, reading])).toEqual([
      ['impressionsPerHour', 'apart'],
      ['tapThroughRate', 'missing'],
      ['liveCtr', 'missing'],
      ['ctor', 'missing'],
      ['aov', 'missing'],
    ]);
    expect(money).toMatchObject({ difference: -360, rest: { reason: 'unknown' } });
    expect(notByMinute(live, [ana.side, bo.side])).toEqual(
      expect.arrayContaining(['tapThroughRate', 'liveCtr', 'ctor', 'aov']),
    );
  });

  it('don’t take a minute that is missing for one in which nothing happened', () => {
    const { ana } = sidesIn(
      hosted(withMinutes(whole, { ...counts, gmv: [undefined, 10, 40, 40, 40, 40] })),
    );
    expect(ana.side.valueOf('gmvPerHour')).toBeUndefined();
    expect(ana.side.valueOf('orders')).toBe(2);
  });

  it('of a real LIVE have money and viewers, as Seller Center tells no more by the minute', () => {
    const live = capturedLive();
    const span = spanOf(live.room);
    if (span === undefined) throw new Error('no edges');
    const { ana, bo } = sidesIn({
      ...live,
      hosts: [
        { name: 'Ana', startedAt: span.from, endedAt: unixSeconds(span.from + 3_000) },
        { name: 'Bo', startedAt: unixSeconds(span.from + 3_000) },
      ],
    });
    const { money, course } = compareTwo(ana.side, bo.side);
    if (money.state === 'untold' || typeof course === 'string') throw new Error('untold');
    expect(money.parts).toEqual([]);
    expect(money.rest).toEqual({ amount: money.difference, reason: 'unknown' });
    expect(course.lines.map(({ figure }) => figure)).toEqual(['gmv', 'viewers']);
    // What one interval astride of the turn holds is nobody's.
    const made = [ana, bo].map(({ side }) => side.valueOf('gmv') ?? 0);
    const points = live.timeline?.series.find(({ metric }) => metric === 'gmv')?.points ?? [];
    const astride = points
      .filter(([at]) => at < span.from + 3_000 && at + 300 > span.from + 3_000)
      .reduce((sum, [, value]) => sum + value, 0);
    const all = points.reduce((sum, [, value]) => sum + value, 0);
    expect((made[0] ?? 0) + (made[1] ?? 0) + astride).toBeCloseTo(all, 0);
  });

  it('are none where nobody is marked, or no minutes are known', () => {
    expect(hostSides(withMinutes(whole, counts))).toEqual([]);
    expect(hostSides(hosted(whole))).toEqual([]);
  });
});
