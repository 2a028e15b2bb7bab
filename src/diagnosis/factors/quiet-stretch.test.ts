import { describe, expect, it } from 'vitest';
import { inputOf, START, series, sessionOf } from './fixture.ts';
import { quietStretch } from './quiet-stretch.ts';

const judged = (clicks: readonly number[], viewers: readonly number[]) =>
  quietStretch.evaluate(
    inputOf(
      sessionOf({
        timeline: {
          interval: 300,
          series: [
            series('productClicks', 'amount', clicks),
            series('concurrentViewers', 'level', viewers),
          ],
        },
      }),
    ),
  );

const busy = Array<number>(8).fill(5);
const silent = [0, 0, 0, 0];
const watched = Array<number>(20).fill(30);

describe('quiet-stretch', () => {
  it('shows from when to when people watched and nobody tapped', () => {
    expect(judged([...busy, ...silent, ...busy], watched)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_quietStretch_seen', values: { count: { value: 1 } } },
      stretches: [{ from: START + 8 * 300, to: START + 12 * 300 }],
    });
  });

  it('is fine where the silence is shorter than a turn of one product', () => {
    expect(judged([...busy, 0, 0, ...busy, 5, 5], watched)).toMatchObject({ state: 'fine' });
  });

  it('does not call an empty room quiet', () => {
    const empty = [...Array(8).fill(30), 0, 0, 0, 0, ...Array(8).fill(30)];
    expect(judged([...busy, ...silent, ...busy], empty)).toMatchObject({ state: 'fine' });
  });

  it('does not call a run quiet in which hardly a tap was due', () => {
    const few = [...Array(8).fill(300), 1, 1, 1, 1, ...Array(8).fill(300)];
    expect(judged([...busy, ...silent, ...busy], few)).toMatchObject({ state: 'fine' });
  });

  it('asks for more clicks before it judges', () => {
    expect(judged([1, 0, 0, 0, 0, 0, 2], watched)).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreClicks', values: { count: { value: 7 } } },
    });
  });

  it('needs clicks and viewers over time', () => {
    expect(quietStretch.evaluate(inputOf(sessionOf()))).toMatchObject({ state: 'missing' });
  });
});
