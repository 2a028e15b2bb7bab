import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureSession, START, series } from '../../factors/fixture.ts';
import { anyCase } from '../../factors/fixture-arbitrary.ts';
import { randomOf } from '../../statistics/random.ts';
import { normalDraw, poissonDraw } from '../fixture.ts';
import { quietStretchesOf } from './quiet.ts';

const HOURS = 3;
const INTERVALS = HOURS * 12;

/** Three hours with 80 views, `comments` and 25 taps every five minutes; silent from interval 12 to 17 where asked. */
function room(seed: string, comments: number, silent: boolean, crowd = 1) {
  const random = randomOf(seed);
  let mood = 0.15 * normalDraw(random);
  const rows = Array.from({ length: INTERVALS }, (_, place) => {
    mood = 0.6 * mood + 0.12 * normalDraw(random);
    const inside = place >= 12 && place < 18;
    const views = poissonDraw(random, 80 * Math.exp(mood) * (inside ? crowd : 1));
    const quiet = silent && inside;
    return {
      views,
      comments: poissonDraw(random, (views / 80) * comments * (quiet ? 0.1 : 1)),
      clicks: poissonDraw(random, (views / 80) * 25 * (quiet ? 0.5 : 1)),
    };
  });
  return fixtureSession({
    currency: 'USD',
    room: { endedAt: START + HOURS * 3600 },
    values: { gmv: 1000, orders: 50 },
    timeline: {
      interval: 300,
      series: [
        series(
          'views',
          'amount',
          rows.map(({ views }) => views),
        ),
        series(
          'comments',
          'amount',
          rows.map((row) => row.comments),
        ),
        series(
          'productClicks',
          'amount',
          rows.map(({ clicks }) => clicks),
        ),
      ],
    },
  });
}

const rooms = (seeds: number, comments: number, silent: boolean, crowd?: number) =>
  Array.from({ length: seeds }, (_, place) =>
    quietStretchesOf(room(`${comments} ${place}`, comments, silent, crowd)),
  );

const share = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.filter(holds).length / list.length;

describe('quiet stretches', () => {
  it.each([1, 3, 10])(
    'are seen in at most 5 % of LIVEs without any (%d comments every five minutes)',
    (comments) => {
      expect(share(rooms(300, comments, false), (found) => (found ?? []).length > 0)).toBeLessThan(
        0.05,
      );
    },
  );

  it('are found with their times where comments all but stopped and taps halved', () => {
    const found = rooms(100, 3, true);
    const from = START + 12 * 300;
    const to = START + 18 * 300;
    expect(
      share(found, (one) => one?.length === 1 && one.every((s) => s.from < to && s.to > from)),
    ).toBeGreaterThan(0.85);
    const first = found[0]?.[0];
    expect(first?.comments).toBeLessThan(0.4);
    expect(first?.text.key).toBe('course_quiet');
    expect(first?.missed?.low).toBeLessThan(first?.missed?.value ?? 0);
    expect(first?.missed?.value).toBeGreaterThan(0);
  });

  it('are no matter of how many people there are', () => {
    expect(share(rooms(100, 3, false, 0.3), (found) => (found ?? []).length > 0)).toBeLessThan(
      0.05,
    );
  });

  it('are unknown without comments, clicks and views over time', () => {
    expect(quietStretchesOf(fixtureSession())).toBeUndefined();
    expect(quietStretchesOf(room('few', 0, false))).toBeUndefined();
  });

  it('hold no figure that is not a number, whatever the session', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.nat(20), { minLength: 24, maxLength: 24 }),
        (any, values) => {
          const { timeline } = any.session;
          timeline?.series.push({
            ...series('comments', 'amount', values),
            points: timeline.series[0]?.points.map(([at], i) => [at, values[i] ?? 0]) ?? [],
          });
          const text = JSON.stringify(quietStretchesOf(any.session) ?? [], (_, value) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
          );
          expect(text).not.toContain('broken');
        },
      ),
    );
  });
});
