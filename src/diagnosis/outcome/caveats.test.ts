import { describe, expect, it } from 'vitest';
import { history, liveOf, NOW, plannedOf } from './fixture.ts';
import { outcomeOf } from './outcome.ts';

describe('what to keep in mind beside a verdict', () => {
  /** After a LIVE before at 3 %, where about 5 % is usual. */
  const kinds = (ctor: number) =>
    outcomeOf({
      plan: plannedOf([{ metric: 'ctor', tested: true }]),
      before: liveOf({ place: 0, rates: { ctor: 0.03 } }),
      after: [liveOf({ place: 1, rates: { ctor } })],
      history: history(),
      now: NOW,
    }).caveats.map(({ kind }) => kind);

  it('is that a LIVE before was low, where the figure rose from it, even short of the usual', () => {
    expect(kinds(0.04)).toContain('low-before');
  });

  it('is no rise to be expected where the figure fell further', () => {
    expect(kinds(0.02)).not.toContain('low-before');
  });
});
