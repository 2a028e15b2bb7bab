import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, HOUR, START, series } from './fixture.ts';
import { hostShift } from './host-shift.ts';

const hosts = [
  { name: 'Ana', startedAt: START, endedAt: START + HOUR },
  { name: 'Bo', startedAt: START + HOUR },
];
/** Twelve intervals of Ana's, then twelve of Bo's. */
const hours = (ana: number, bo: number): number[] => [
  ...Array<number>(12).fill(ana),
  ...Array<number>(12).fill(bo),
];

const judged = (
  clicks: readonly number[],
  {
    views = hours(400, 400),
    marked = hosts,
  }: Partial<Record<'views', number[]>> & {
    marked?: readonly { name: string; startedAt: number; endedAt?: number }[];
  } = {},
) =>
  hostShift.evaluate(
    fixtureInput(
      fixtureSession({
        currency: 'USD',
        hosts: marked,
        timeline: {
          interval: 300,
          series: [
            series('views', 'amount', views),
            series('productClicks', 'amount', clicks),
            series(
              'orders',
              'amount',
              clicks.map((value) => value / 10),
            ),
            series('gmv', 'amount', hours(50, 25)),
          ],
        },
      }),
    ),
  );

describe('host-shift', () => {
  it('names the host in whose hours far fewer viewers tapped, and shows these hours', () => {
    expect(judged(hours(40, 12))).toMatchObject({
      state: 'gap',
      seen: {
        values: {
          host: { text: 'Bo' },
          yours: { value: 0.03 },
          rest: { value: expect.closeTo(0.1, 9) },
        },
      },
      stretches: [{ from: START + HOUR, to: START + 2 * HOUR }],
    });
  });

  it('tells of every host what an hour converted at and brought', () => {
    const outcome = judged(hours(40, 12));
    const rows = outcome.state === 'missing' ? [] : (outcome.evidence ?? []);
    expect(rows).toHaveLength(6);
    expect(rows[4]).toMatchObject({
      yours: { values: { value: { value: expect.closeTo(0.1, 9) } } },
    });
    expect(JSON.stringify(rows[5])).toContain('300');
  });

  it('is fine where hosts convert alike', () => {
    expect(judged(hours(40, 40))).toMatchObject({ state: 'fine' });
  });

  it('leaves out what lies astride an edge', () => {
    const marked = [{ name: 'Bo', startedAt: START + HOUR + 100, endedAt: START + 2 * HOUR - 100 }];
    const clicks = hours(40, 40).map((value, place) => (place === 12 || place === 23 ? 0 : value));
    expect(judged(clicks, { marked })).toMatchObject({ state: 'fine' });
  });

  it('says how much more it takes where little was counted', () => {
    expect(judged(hours(2, 1))).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { kind: 'count' } } },
    });
  });

  it('needs hosts, and a rest to hold them against', () => {
    expect(judged(hours(40, 12), { marked: [] })).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_hostShift_needsHosts' },
    });
    const alone = [{ name: 'Ana', startedAt: START }];
    expect(judged(hours(40, 12), { marked: alone })).toMatchObject({
      state: 'missing',
      needs: { key: 'factor_hostShift_needsOthers' },
    });
  });
});
