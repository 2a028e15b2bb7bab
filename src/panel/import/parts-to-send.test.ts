import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { emptySession } from '../../metrics/merge.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { partsToSend } from './parts-to-send.ts';

const id = v.parse(RoomIdSchema, '7649951805363391253');

function live(points: number): Session {
  const course = Array.from(
    { length: points },
    (_, nth) => [unixSeconds(nth * 60), 1] satisfies [unknown, number],
  );
  return {
    ...emptySession(id),
    timeline: {
      interval: seconds(60),
      series: [{ metric: 'views', kind: 'amount', points: course }],
    },
  };
}

describe('LIVEs in parts that messages carry', () => {
  const parts = (points: readonly number[], most: number) =>
    partsToSend(points.map(live), (one) => one, most).map((part) => part.length);

  it('are as many as a part may hold, where they are light', () => {
    expect(parts([0, 0, 0, 0, 0], 2)).toEqual([2, 2, 1]);
    expect(parts([], 2)).toEqual([]);
  });

  it('are fewer where their courses are long, and one at least', () => {
    expect(parts([200_000, 40_000, 100_000, 300_000, 10], 250)).toEqual([2, 1, 1, 1]);
  });
});
