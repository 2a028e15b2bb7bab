import { describe, expect, it } from 'vitest';
import { steadyRoom } from './fixture.ts';
import { quietStretchesOf } from './quiet.ts';

const ROOMS = 40;

/** Small to large rooms of 95 minutes, 3, 6 and 12 hours. */
const sizes = [0.5, 2, 8];
const lengths = [19, 36, 72, 144];

describe('quiet stretches of LIVEs that have none', () => {
  // Plain counting; the drift that is assumed; waves that last twice as long.
  it.each([
    { spread: 0, memory: 600 },
    { spread: 0.15, memory: 600 },
    { spread: 0.15, memory: 1200 },
  ])('are found in at most 5 % of them, at a drift of $spread over $memory s', (drift) => {
    const found = sizes.flatMap((orders) =>
      lengths.flatMap((intervals) =>
        Array.from({ length: ROOMS }, (_, room) => {
          const seed = `${drift.spread} ${drift.memory} ${orders} ${intervals} ${room}`;
          return (quietStretchesOf(steadyRoom(seed, intervals, orders, drift)) ?? []).length > 0;
        }),
      ),
    );
    expect(found.filter((one) => one).length / found.length).toBeLessThanOrEqual(0.05);
  });
});
