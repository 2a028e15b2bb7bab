import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, HOUR, START, series } from './fixture.ts';
import { sessionLength } from './session-length.ts';

const ofLength = (seconds: number) =>
  sessionLength.evaluate(
    fixtureInput(fixtureSession({ room: { endedAt: START + seconds, duration: seconds } })),
  );

const withHalves = (early: number, late: number, orders: number) =>
  sessionLength.evaluate(
    fixtureInput(
      fixtureSession({
        currency: 'USD',
        values: { orders },
        timeline: {
          interval: 300,
          series: [series('gmv', 'amount', [...Array(12).fill(early), ...Array(12).fill(late)])],
        },
      }),
    ),
  );

describe('session-length', () => {
  it('finds a gap below 30 minutes and above 13 hours', () => {
    expect(ofLength(20 * 60)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_sessionLength_seenShort' },
    });
    expect(ofLength(14 * HOUR)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_sessionLength_seenLong' },
    });
  });

  it('shows the second half where it earned less than half of the first', () => {
    expect(withHalves(100, 40, 60)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_sessionLength_seenHalves', values: { share: { value: 0.4 } } },
      stretches: [{ from: START + HOUR, to: START + 2 * HOUR }],
    });
  });

  it('cuts the halves between two intervals, so that both together are the whole LIVE', () => {
    const session = fixtureSession({
      currency: 'USD',
      values: { orders: 60 },
      room: { startedAt: START + 120, duration: 2 * HOUR - 120 },
      timeline: {
        interval: 300,
        series: [series('gmv', 'amount', [...Array(12).fill(100), 900, ...Array(11).fill(100)])],
      },
    });
    expect(sessionLength.evaluate(fixtureInput(session))).toMatchObject({
      state: 'fine',
      seen: { values: { share: { value: expect.closeTo(2000 / 3600 / (1200 / 3480)) } } },
    });
  });

  it('is fine where both halves earn, or where only the length is known', () => {
    expect(withHalves(100, 90, 60)).toMatchObject({ state: 'fine' });
    expect(ofLength(2 * HOUR)).toMatchObject({
      state: 'fine',
      seen: { key: 'factor_sessionLength_seenLength' },
    });
  });

  it('asks for more orders before it compares halves', () => {
    expect(withHalves(100, 40, 12)).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreOrders', values: { count: { value: 8 } } },
    });
  });

  it('waits for the end of a running LIVE', () => {
    const running = fixtureSession({ room: { status: 'live', endedAt: undefined, duration: 600 } });
    expect(sessionLength.evaluate(fixtureInput(running))).toMatchObject({ state: 'missing' });
  });
});
