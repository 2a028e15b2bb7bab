import { describe, expect, it } from 'vitest';
import type { Revision } from '../../metrics/revision.ts';
import { unixMs } from '../../metrics/time.ts';
import { readingsOf } from './figure-changes.ts';
import { idInTime, ownRecord } from './records.fixture.ts';

const read = (number: number, values: Parameters<typeof ownRecord>[1]): Revision => ({
  room: idInTime(1),
  number,
  at: unixMs(number * 1_000),
  figures: ownRecord(1, values).figures,
});

describe('the readings of a LIVE', () => {
  it('say what moved between one and the next, newest first', () => {
    const readings = readingsOf([
      read(1, { values: { views: 100, gmv: 20 } }),
      read(3, { values: { views: 130, gmv: 20.5, likes: 4 } }),
      read(2, { values: { views: 100, gmv: 20 } }),
      read(4, { values: { views: 130, gmv: 20.5 } }),
    ]);
    expect(readings.map(({ number, known }) => [number, known])).toEqual([
      [4, 2],
      [3, 3],
      [2, 2],
      [1, 2],
    ]);
    expect(readings[0]?.changes).toEqual([{ metric: 'likes', from: 4 }]);
    expect(readings[1]?.changes).toHaveLength(3);
    expect(readings[1]?.changes).toContainEqual({ metric: 'views', from: 100, to: 130 });
    expect(readings[1]?.changes).toContainEqual({ metric: 'gmv', from: 20, to: 20.5 });
    expect(readings[1]?.changes).toContainEqual({ metric: 'likes', to: 4 });
    expect(readings.slice(2).every(({ changes }) => changes.length === 0)).toBe(true);
  });

  it('tell nothing that was worked out of other figures', () => {
    const first = read(1, { values: { views: 100 } });
    const { views } = first.figures;
    if (views === undefined) throw new Error('no views');
    const second: Revision = {
      ...first,
      number: 2,
      figures: { views, likes: { ...views, derivedFrom: ['views'] } },
    };
    expect(readingsOf([first, second])[0]).toMatchObject({ changes: [], known: 1 });
  });
});
