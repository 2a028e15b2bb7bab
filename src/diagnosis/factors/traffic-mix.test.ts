import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { trafficMix } from './traffic-mix.ts';

type Row = readonly [name: string, impressions: number, views: number];

const judged = (rows: readonly Row[]) =>
  trafficMix.evaluate(
    fixtureInput(
      fixtureSession({
        sources: rows.map(([name, impressions, views]) => ({ name, impressions, views })),
      }),
    ),
  );

describe('traffic-mix', () => {
  it('names the large source that enters far below the rest', () => {
    expect(
      judged([
        ['search', 1186, 313],
        ['foru', 12563, 194],
        ['others', 1337, 134],
        ['message', 9527, 31],
      ]),
    ).toMatchObject({
      state: 'gap',
      seen: { values: { source: { message: 'source_message' } } },
    });
  });

  it('is fine where the large sources enter alike, or none is large', () => {
    expect(
      judged([
        ['foru', 9000, 270],
        ['search', 5000, 160],
      ]),
    ).toMatchObject({ state: 'fine' });
    expect(judged(['a', 'b', 'c', 'd', 'e'].map((name) => [name, 1000, 30]))).toMatchObject({
      state: 'fine',
      seen: { key: 'factor_trafficMix_seenSpread' },
    });
  });

  it('asks for more impressions', () => {
    expect(
      judged([
        ['foru', 40, 0],
        ['search', 60, 2],
      ]),
    ).toMatchObject({ state: 'scarce', needs: { values: { count: { value: 110 } } } });
  });

  it('needs two sources', () => {
    expect(judged([['foru', 9000, 270]])).toMatchObject({ state: 'missing' });
  });
});
