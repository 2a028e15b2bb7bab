import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentClock } from './segment-clock.ts';

interface Shape {
  /** What the playlist says that a segment lasts, and what it lasts. */
  readonly said?: number;
  readonly lasts?: number;
  /** From which segment on the clock is another one, and by how much. */
  readonly jumps?: readonly { readonly at: number; readonly by: number }[];
}

/** The segments of a recording as a player sees them one after the other. */
function segments({ said = 4, lasts = 4, jumps = [] }: Shape) {
  return Array.from({ length: 300 }, (_, place) => ({
    said: { start: place * said, length: said },
    times: {
      first:
        36_000 + place * lasts + jumps.reduce((sum, { at, by }) => sum + (place >= at ? by : 0), 0),
      length: lasts,
    },
  }));
}

function seenOf(shape: Shape, order: readonly number[]) {
  const all = segments(shape);
  const clock = segmentClock();
  const runs = order.map((place) => {
    const one = all[place];
    if (one === undefined) throw new Error('There is no such segment.');
    return clock.run(one.said, one.times);
  });
  return { clock, runs };
}

describe('the clock of segments', () => {
  it('is one as long as nothing jumps, also where the playlist says wrong lengths', () => {
    for (const shape of [{}, { said: 10, lasts: 10.0433 }, { said: 6.4, lasts: 6.3 }]) {
      const { clock, runs } = seenOf(shape, [0, 250, 3, 299]);
      expect(runs).toEqual([0, 0, 0, 0]);
      expect(clock.breaks()).toEqual([]);
    }
    expect(seenOf({ said: 10, lasts: 10.0433 }, [0]).clock.stretch()).toBeCloseTo(1.00433, 6);
    expect(seenOf({}, [0]).clock.stretch()).toBe(1);
  });

  it('is another one behind each jump, whichever segment is seen first', () => {
    const jumps = [
      { at: 100, by: 3 },
      { at: 200, by: -36_400 },
    ];
    expect(seenOf({ jumps }, [0, 99, 100, 199, 200, 299]).runs).toEqual([0, 0, 1, 1, 2, 2]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { minLength: 2 }), (order) => {
        const { runs } = seenOf({ jumps }, order);
        const part = (place: number): number => jumps.filter(({ at }) => place >= at).length;
        for (const [one, place] of order.entries()) {
          for (const [other, there] of order.entries()) {
            expect(runs[one] === runs[other]).toBe(part(place) === part(there));
          }
        }
      }),
    );
  });

  it('says what a jump leaves out, from the last second that was seen before it', () => {
    const jumps = [{ at: 100, by: 30 }];
    expect(seenOf({ jumps }, [0, 99, 100]).clock.breaks()).toEqual([{ at: 400, missing: 30 }]);
    expect(seenOf({ jumps }, [0, 200]).clock.breaks()).toEqual([{ at: 4, missing: 30 }]);
    // A clock that was set back doesn't tell.
    const back = [{ at: 100, by: -300 }];
    expect(seenOf({ jumps: back }, [99, 100]).clock.breaks()).toEqual([{ at: 400 }]);
  });
});
