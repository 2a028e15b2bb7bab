import { describe, expect, it } from 'vitest';
import { fixtureSession } from '../../diagnosis/factors/fixture.ts';
import type { RoomInfo, Session } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { drawnOf, endsOf, type TimelineData, timelineData, undrawn } from './timeline-data.ts';

const START = 1_781_143_200;
const SLOT = 900;

/** Three intervals of a quarter of an hour, of a LIVE that ran or runs as is said. */
function told(
  times: Pick<RoomInfo, 'status'> & { from?: number; length?: number; to?: number },
  orders: readonly number[],
): TimelineData {
  const { from = 0, length, to, status } = times;
  const session = fixtureSession({});
  const room: Session['room'] = {
    id: session.room.id,
    status,
    startedAt: unixSeconds(START + from),
    ...(length === undefined ? {} : { duration: seconds(length) }),
    ...(to === undefined ? {} : { endedAt: unixSeconds(START + to) }),
  };
  const points = orders.map((value, place): [ReturnType<typeof unixSeconds>, number] => [
    unixSeconds(START + place * SLOT),
    value,
  ]);
  const timeline = {
    interval: seconds(SLOT),
    series: [{ metric: 'orders', kind: 'amount', points } as const],
  };
  const data = timelineData({ ...session, room, timeline });
  if (data === undefined) throw new Error('A course was given.');
  return data;
}

const parts = ({ rows }: TimelineData) => rows.map(({ part }) => part);

describe('the intervals of a LIVE', () => {
  it('say how much of them there is where the LIVE began or ended within', () => {
    expect(parts(told({ status: 'ended', to: 3 * SLOT }, [4, 6, 5]))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(parts(told({ status: 'ended', from: 600, to: 2 * SLOT + 420 }, [4, 6, 0]))).toEqual([
      300,
      undefined,
      420,
    ]);
    expect(parts(told({ status: 'live', length: 2 * SLOT + 60 }, [4, 6, 0]))[2]).toBe(60);
  });

  it('are not over where the LIVE runs on, for how long isn’t known', () => {
    expect(parts(told({ status: 'live' }, [4, 6, 0]))).toEqual([undefined, undefined, 'unknown']);
  });
});

describe('the end of a LIVE', () => {
  it('is no fall, as long as less time is all that there is to see', () => {
    const fell = told({ status: 'ended', to: 2 * SLOT + 420 }, [4, 6, 0]);
    expect(drawnOf(fell, 'orders')).toEqual([4, 6, undefined]);
    expect(endsOf(fell, 'orders')).toMatchObject({ lowest: 4, last: 6, peak: { value: 6 } });
  });

  it('is drawn where it is higher all the same, and where it is whole', () => {
    const rose = told({ status: 'ended', to: 2 * SLOT + 420 }, [4, 6, 9]);
    expect(drawnOf(rose, 'orders')).toEqual([4, 6, 9]);
    expect(endsOf(rose, 'orders')).toMatchObject({ last: 6, peak: { value: 9 } });
    expect(drawnOf(told({ status: 'ended', to: 3 * SLOT }, [4, 6, 0]), 'orders')).toEqual([
      4, 6, 0,
    ]);
  });

  it('is left out of all figures alike where one of them is lower', () => {
    const { rows } = told({ status: 'ended', to: 2 * SLOT + 420 }, [4, 6, 0]);
    const viewers = [10, 20, 30];
    const data = {
      drawn: ['viewers', 'orders'] as const,
      rows: rows.map((row, place) => ({ ...row, viewers: viewers[place] })),
    };
    expect(drawnOf(data, 'viewers')).toEqual([10, 20, undefined]);
    expect(undrawn(data)?.part).toBe(420);
    expect(undrawn(told({ status: 'ended', to: 2 * SLOT + 420 }, [4, 6, 9]))).toBeUndefined();
    expect(undrawn(told({ status: 'ended', to: 3 * SLOT }, [4, 6, 0]))).toBeUndefined();
  });

  it('is what there is, of a LIVE without a whole interval', () => {
    const short = told({ status: 'ended', to: 300 }, [2]);
    expect(drawnOf(short, 'orders')).toEqual([2]);
    expect(endsOf(short, 'orders')).toMatchObject({ lowest: 2, last: 2 });
  });
});
