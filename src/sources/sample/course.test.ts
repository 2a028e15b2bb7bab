import { describe, expect, it } from 'vitest';
import { changePointsOf } from '../../diagnosis/course/change-points.ts';
import { pinScorecardsOf } from '../../diagnosis/course/pin-scorecards.ts';
import { quietStretchesOf } from '../../diagnosis/course/quiet/quiet.ts';
import { paceOf } from '../../diagnosis/pace/pace.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixMs } from '../../metrics/time.ts';
import { wares } from './catalogue.ts';
import { sampleShop } from './index.ts';
import type { Planted, SampleRoom } from './types.ts';

const NOW = unixMs(Date.UTC(2026, 10, 23, 17, 45));
const seeds = [1, 2, 3, 4, 5, 6];
const shops = seeds.map((seed) => ({ seed, rooms: sampleShop({ now: NOW, seed }).rooms }));
const rooms = shops.flatMap((shop) => shop.rooms);
const calm = rooms.filter(({ truth }) => truth.planted.every(({ from }) => from === undefined));

const share = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.filter(holds).length / list.length;

/** Rooms with a fault that has a stretch, with that stretch. */
function withFault(fault: Planted['fault']) {
  return rooms.flatMap((room): { room: SampleRoom; from: number; to: number }[] =>
    room.truth.planted.flatMap(({ fault: planted, from, to }) =>
      planted === fault && from !== undefined && to !== undefined ? [{ room, from, to }] : [],
    ),
  );
}

describe('the sample shop, whose faults are known', () => {
  it('has enough rooms with and without faults to tell', () => {
    expect(calm.length).toBeGreaterThan(100);
    expect(withFault('quiet-stretch').length).toBeGreaterThanOrEqual(9);
    expect(withFault('violation').length).toBeGreaterThanOrEqual(12);
  });

  // Measured over six seeds: 19 of 24, and 2 of 336 rooms without one.
  it('shows two of three planted quiet stretches or more, and hardly any where none is', () => {
    const found = withFault('quiet-stretch').filter(({ room }) => room.phase !== 'running');
    const overlaps = ({ room, from, to }: (typeof found)[number]): boolean =>
      (quietStretchesOf(room.session) ?? []).some((one) => one.from < to && one.to > from);
    expect(share(found, overlaps)).toBeGreaterThanOrEqual(2 / 3);
    const none = calm.filter(({ session }) => (quietStretchesOf(session) ?? []).length > 0);
    expect(none.length / calm.length).toBeLessThanOrEqual(0.02);
  });

  // Measured over four seeds: 12 of 20; the others are too near an end or in a LIVE of under two hours.
  it('shows about half of the violations as a fall at their time, recorded beside it', () => {
    const near = withFault('violation').filter(({ room, from }) =>
      changePointsOf(room.session).some(
        ({ direction, at }) => direction === 'fell' && Math.abs(at - from) <= 15 * 60,
      ),
    );
    expect(near.length / withFault('violation').length).toBeGreaterThanOrEqual(0.4);
    const named = near.filter(({ room }) =>
      changePointsOf(room.session).some(({ happened }) => happened[0]?.kind === 'violation'),
    );
    expect(named.length / near.length).toBeGreaterThan(0.5);
  });

  // Pins lift clicks in this shop, so that some of these changes are true.
  it('shows a change in at most one of fifteen rooms without a fault at a time', () => {
    expect(share(calm, ({ session }) => changePointsOf(session).length > 0)).toBeLessThan(1 / 15);
  });

  it('is right wherever it says that a pin sat on the wrong product, and says so of planted stuck pins', () => {
    const verdicts = shops.flatMap(({ seed, rooms: own }) => {
      const earns = new Map(
        wares(seed).map((ware) => [ware.id, ware.ctr * ware.ctor * ware.priceCents]),
      );
      return own.flatMap(({ session }) => {
        const misplaced = pinScorecardsOf(session)?.misplaced;
        if (misplaced === undefined) return [];
        const others = (session.products ?? []).filter(({ id }) =>
          misplaced.better === undefined ? id !== misplaced.pinned : id === misplaced.better,
        );
        const shown = others.reduce((sum, { impressions = 0 }) => sum + impressions, 0);
        const due = others.reduce(
          (sum, { id, impressions = 0 }) => sum + (earns.get(id) ?? 0) * impressions,
          0,
        );
        return [due / shown > (earns.get(misplaced.pinned) ?? 0)];
      });
    });
    expect(verdicts.length).toBeGreaterThan(10);
    expect(share(verdicts, (right) => right)).toBeGreaterThanOrEqual(0.9);
    const stuck = rooms.flatMap(({ session, truth }) =>
      truth.planted.flatMap(({ fault, product }) =>
        fault === 'stuck-pin' ? [pinScorecardsOf(session)?.misplaced?.pinned === product] : [],
      ),
    );
    // Few orders can hardly tell: a stuck product sold 0 to 13.
    expect(share(stuck, (found) => found)).toBeGreaterThanOrEqual(0.5);
  });

  // Measured: 88 % of 99 LIVEs over four seeds.
  it('ends within the projected 90 % interval in four of five LIVEs or more, seen from half way', () => {
    const within = shops.flatMap(({ rooms: [, ...ended] }) =>
      ended.slice(0, 25).flatMap(({ session }, place) => {
        const pace = halfWay(session, ended.slice(place + 1));
        const gmv = numberOf(session.figures, 'gmv');
        const projected = pace.state === 'told' ? pace.projection?.gmv : undefined;
        return projected === undefined || gmv === undefined
          ? []
          : [projected.low <= gmv && gmv <= projected.high];
      }),
    );
    expect(within.length).toBeGreaterThan(50);
    expect(share(within, (inside) => inside)).toBeGreaterThanOrEqual(0.8);
  });
});

function halfWay(session: Session, earlier: readonly SampleRoom[]) {
  const length = session.room.duration ?? seconds(0);
  const past = earlier.flatMap(({ session: { room, timeline, currency } }) =>
    room.startedAt === undefined || room.endedAt === undefined || timeline === undefined
      ? []
      : [
          {
            startedAt: room.startedAt,
            endedAt: room.endedAt,
            timeline,
            ...(currency === undefined ? {} : { currency }),
          },
        ],
  );
  return paceOf(session, past, seconds(length / 2), { plannedLength: seconds(length) });
}
