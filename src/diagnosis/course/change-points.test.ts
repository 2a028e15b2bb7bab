import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { fixtureSession, START, series } from '../factors/fixture.ts';
import { anyCase } from '../factors/fixture-arbitrary.ts';
import { arbitrarySession } from '../fixtures/arbitrary.ts';
import { capturedLive } from '../fixtures/captured.ts';
import { changePointsOf } from './change-points.ts';

const HALF = START + 3600;

/** Two hours: 40 clicks every five minutes in the first, 12 in the second; two orders, then none. */
function dropped(parts: Parameters<typeof fixtureSession>[0] = {}) {
  const halves = (first: number, second: number) =>
    Array.from({ length: 24 }, (_, place) => (place < 12 ? first : second) + (place % 2));
  return fixtureSession({
    currency: 'USD',
    values: { orders: 60, gmv: 1200 },
    ...parts,
    timeline: {
      interval: 300,
      series: [
        series('orders', 'amount', halves(4, 0)),
        series('productClicks', 'amount', halves(40, 12)),
        series('concurrentViewers', 'level', halves(20, 20)),
      ],
    },
  });
}

describe('the changes of a LIVE', () => {
  it('come with their time, the levels before and after, and money until the next', () => {
    const [change, ...others] = changePointsOf(dropped());
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      at: HALF,
      until: START + 7200,
      direction: 'fell',
      shifts: [{ series: 'orders' }, { series: 'productClicks' }],
      happened: [],
      text: { key: 'course_fell' },
    });
    const [orders, clicks] = change?.shifts ?? [];
    expect(orders?.before.value).toBeCloseTo((41 / 9) * 12, 6);
    expect(orders?.after.value).toBeCloseTo(6, 6);
    expect(clicks?.after.low).toBeLessThan(150);
    // 48 orders an hour fewer, at 20 each, for an hour.
    expect(change?.money?.rests).toBe('orders');
    expect(change?.money?.total.value).toBeCloseTo(-960, -2);
    expect(change?.money?.total.high).toBeLessThan(0);
  });

  it('name what was recorded in the ten minutes before, violations first, and never as a cause', () => {
    const pins = [
      { product: '1', productName: 'Serum', startedAt: START, endedAt: HALF - 120 },
      { product: '2', productName: 'Cream', startedAt: HALF - 60, endedAt: START + 7000 },
    ];
    const pinned = changePointsOf(dropped({ pins }))[0];
    expect(pinned?.text.key).toBe('course_fellAfter');
    expect(pinned?.happened).toMatchObject([{ kind: 'pin-changed', at: HALF - 60 }]);
    expect(pinned?.coincidence).toBeGreaterThan(0.1);
    expect(pinned?.coincidence).toBeLessThan(0.5);

    const violations = [{ at: HALF - 400, reason: 'Static picture' }];
    const both = changePointsOf(dropped({ pins, violations }))[0];
    expect(both?.happened.map(({ kind }) => kind)).toEqual(['violation', 'pin-changed']);
    const early = changePointsOf(dropped({ violations: [{ at: HALF - 900, reason: 'Old' }] }))[0];
    expect(early?.happened).toEqual([]);
  });

  it('rise where they rise, and bring money', () => {
    const risen = dropped();
    for (const one of risen.timeline?.series ?? []) {
      const values = one.points.map(([, value]) => value).reverse();
      one.points = one.points.map(([at], place) => [at, values[place] ?? 0]);
    }
    expect(changePointsOf(risen)).toMatchObject([
      { direction: 'rose', text: { key: 'course_rose' } },
    ]);
    expect(changePointsOf(risen)[0]?.money?.total.low).toBeGreaterThan(0);
  });

  it('leave out the first quarter of an hour, when people first find the room', () => {
    const opening = fixtureSession({
      timeline: {
        interval: 300,
        series: [
          series(
            'productClicks',
            'amount',
            Array.from({ length: 24 }, (_, place) => (place < 3 ? 2 : 40)),
          ),
        ],
      },
    });
    expect(changePointsOf(opening)).toEqual([]);
  });

  it('have no money without GMV, and are none without a timeline or with a hole in it', () => {
    expect(changePointsOf(dropped({ values: {} }))[0]?.money).toBeUndefined();
    expect(changePointsOf(fixtureSession())).toEqual([]);
    const holed = dropped();
    for (const one of holed.timeline?.series ?? []) one.points.splice(8, 1);
    expect(changePointsOf(holed)).toEqual([]);
  });

  it('are told of a running LIVE up to its last whole interval', () => {
    const running = dropped({
      room: { status: 'live', endedAt: undefined, duration: 7200 - 100 },
    });
    expect(changePointsOf(running)).toMatchObject([{ at: HALF, until: START + 7200 - 300 }]);
  });

  it('keep their proportions in another currency', () => {
    const dollars = changePointsOf(dropped())[0]?.money?.total.value ?? 0;
    const dear = dropped();
    const gmv = dear.figures.gmv;
    if (gmv !== undefined) gmv.money = money('30000000', 'VND');
    expect((changePointsOf(dear)[0]?.money?.total.value ?? 0) / dollars).toBeCloseTo(25_000, 6);
  });

  it('are none in the captured LIVE, whose viewers and GMV alone are known', () => {
    expect(changePointsOf(capturedLive())).toEqual([]);
  });

  it('hold no figure that is not a number, whatever the session', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitrarySession,
          anyCase.map(({ session }) => session),
        ),
        (session) => {
          const text = JSON.stringify(changePointsOf(session), (_, value) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
          );
          expect(text).not.toContain('broken');
        },
      ),
    );
  });
});
