import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { followersCalled } from './followers-called.ts';

const judged = (impressions: number, views: number) =>
  followersCalled.evaluate(
    fixtureInput(
      fixtureSession({
        sources: [
          { name: 'foru', impressions: 12_000, views: 480 },
          { name: 'follow', impressions, views },
        ],
      }),
    ),
  );

describe('followers-called', () => {
  it('finds a gap where followers enter less often than everyone else', () => {
    expect(judged(700, 5)).toMatchObject({
      state: 'gap',
      seen: { values: { impressions: { value: 700 }, others: { value: 0.04 } } },
    });
  });

  it('is fine where they enter more often', () => {
    expect(judged(700, 90)).toMatchObject({ state: 'fine' });
  });

  it('asks for more impressions', () => {
    expect(judged(50, 1)).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: 75 } } },
    });
  });

  it('needs a source of own followers', () => {
    const session = fixtureSession({ sources: [{ name: 'foru', impressions: 100, views: 3 }] });
    expect(followersCalled.evaluate(fixtureInput(session))).toMatchObject({ state: 'missing' });
  });
});
