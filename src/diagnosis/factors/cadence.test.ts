import { describe, expect, it } from 'vitest';
import { cadence } from './cadence.ts';
import { fixtureInput, fixtureSession, HOUR, pastLive, START } from './fixture.ts';

const now = fixtureSession({ currency: 'USD', values: { gmv: 100 } });

/** Five LIVEs a week for three earlier weeks, and `thisWeek` LIVEs in the last seven days. */
const weeks = (thisWeek: number) => [
  ...Array.from({ length: thisWeek }, (_, i) => pastLive(i + 1, { gmv: 100 })),
  ...[1, 2, 3].flatMap((week) =>
    [1, 2, 3, 4, 5].map((day) => pastLive(week * 7 + day, { gmv: 100 })),
  ),
  pastLive(28, { gmv: 100 }),
];

describe('cadence', () => {
  it('finds a gap where the week holds half the hours of the best one, or less', () => {
    expect(cadence.evaluate(fixtureInput(now, {}, weeks(1)))).toMatchObject({
      state: 'gap',
      advice: { key: 'factor_cadence_adviceRare' },
      seen: { values: { hours: { seconds: 4 * HOUR }, bestHours: { seconds: 10 * HOUR } } },
    });
  });

  it('finds a gap where more hours took less money', () => {
    const long = fixtureSession({
      currency: 'USD',
      room: { endedAt: START + 12 * HOUR, duration: 12 * HOUR },
      values: { gmv: 20 },
    });
    const history = [1, 2, 3, 4].map((day) => pastLive(day, { gmv: 20 }));
    expect(cadence.evaluate(fixtureInput(long, {}, [...history, ...weeks(0)]))).toMatchObject({
      state: 'gap',
      advice: { key: 'factor_cadence_adviceLong' },
    });
  });

  it('is fine at the usual rhythm', () => {
    expect(cadence.evaluate(fixtureInput(now, {}, weeks(4)))).toMatchObject({ state: 'fine' });
  });

  it('asks for more weeks', () => {
    expect(cadence.evaluate(fixtureInput(now, {}, [pastLive(8, { gmv: 1 })]))).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_cadence_moreWeeks' },
    });
  });

  it('needs the GMV of this LIVE', () => {
    expect(cadence.evaluate(fixtureInput(fixtureSession(), {}, weeks(1)))).toMatchObject({
      state: 'missing',
    });
  });
});
