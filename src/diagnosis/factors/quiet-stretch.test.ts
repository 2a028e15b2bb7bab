import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly, quietRoom } from '../course/quiet/fixture.ts';
import { fixtureInput, fixtureSession, START, series } from './fixture.ts';
import { anyCase } from './fixture-arbitrary.ts';
import { quietStretch } from './quiet-stretch.ts';

const judged = (clicks: readonly number[], viewers: readonly number[]) =>
  quietStretch.evaluate(
    fixtureInput(
      fixtureSession({
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
      advice: {
        key: 'factor_quietStretch_advice',
        values: { from: { at: (START + 8 * 300) * 1000 }, to: { at: (START + 12 * 300) * 1000 } },
      },
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
    expect(quietStretch.evaluate(fixtureInput(fixtureSession()))).toMatchObject({
      state: 'missing',
    });
  });

  it('shows where taps and comments fell together, although some were left', () => {
    const outcome = quietStretch.evaluate(fading({ comments: 1, clicks: 10 }));
    expect(outcome).toMatchObject({
      state: 'gap',
      brief: { key: 'factor_quietStretch_briefTaps' },
      seen: { key: 'factor_quietStretch_seenTaps', values: { count: { value: 1 } } },
      evidence: [
        {
          label: {
            key: 'factor_quietStretch_rowFew',
            values: { comments: { value: 0.9 }, clicks: { value: 0.6 } },
          },
          yours: { values: { value: { seconds: 1800 } } },
        },
      ],
      stretches: [{ from: START + 8 * 300, to: START + 14 * 300 }],
    });
  });

  it('sees that without viewers over time too, and tells a stretch once where both ways find it', () => {
    const quiet = { comments: 0, clicks: 0 };
    for (const viewers of [undefined, Array<number>(24).fill(30)]) {
      expect(quietStretch.evaluate(fading(quiet, viewers))).toMatchObject({
        state: 'gap',
        stretches: [{ from: START + 8 * 300, to: START + 14 * 300 }],
      });
    }
  });

  it('tells of few orders whether comments are known or not, where taps are too few for a silence', () => {
    const orders = evenly(24, 5, [10, 14], 0);
    const clicks = evenly(24, 0, [0, 8], 1);
    const comments = evenly(24, 10, [8, 18], 0);
    const views = evenly(24, 80);
    for (const rows of [
      { orders, clicks, comments, views },
      { orders, clicks, views },
    ]) {
      expect(quietStretch.evaluate(fixtureInput(quietRoom(rows)))).toMatchObject({
        state: 'gap',
        brief: { key: 'factor_quietStretch_briefOrders' },
        stretches: [{ from: START + 10 * 300, to: START + 14 * 300 }],
      });
    }
  });

  it('is fine where fewer comments came with as many taps', () => {
    const viewers = Array<number>(24).fill(30);
    expect(quietStretch.evaluate(fading({ comments: 1, clicks: 25 }, viewers))).toMatchObject({
      state: 'fine',
    });
  });

  it('is found in some of the LIVEs that all factors are held to, and not in others', () => {
    const seen = fc
      .sample(anyCase, 200)
      .map(({ session }) => quietStretch.evaluate(fixtureInput(session)))
      .map((outcome) => ('seen' in outcome ? outcome.seen.key : outcome.state));
    expect(seen).toContain('factor_quietStretch_seenTaps');
    expect(seen).toContain('factor_quietStretch_seenNone');
  });

  it('does not judge a running LIVE', () => {
    const { session, ...input } = fading({ comments: 1, clicks: 10 });
    const { endedAt: _end, ...room } = session.room;
    const running = { ...session, room: { ...room, status: 'live' as const } };
    expect(quietStretch.evaluate({ ...input, session: running }).state).toBe('missing');
  });
});

/** Two hours with 80 views, 10 comments and 25 taps every five minutes, and `quiet` for half an hour. */
function fading(quiet: { comments: number; clicks: number }, viewers?: readonly number[]) {
  const values = (usual: number, then: number) =>
    Array.from({ length: 24 }, (_, place) => (place >= 8 && place < 14 ? then : usual));
  return fixtureInput(
    fixtureSession({
      timeline: {
        interval: 300,
        series: [
          series('views', 'amount', values(80, 80)),
          series('comments', 'amount', values(10, quiet.comments)),
          series('productClicks', 'amount', values(25, quiet.clicks)),
          ...(viewers === undefined ? [] : [series('concurrentViewers', 'level', viewers)]),
        ],
      },
    }),
  );
}
