import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepId, stepIds } from '../report.ts';
import { type AdviceEvidence, byPriority, isWorthAdvice } from './ranking.ts';

const room: AdviceEvidence = { best: 0.8, healthy: 0.03, noise: 0.05, levels: 'own' };

describe('whether a room is worth an advice', () => {
  it('hangs on the best gain against the chance that there is none', () => {
    expect(isWorthAdvice(room)).toBe(true);
    expect(isWorthAdvice({ ...room, healthy: 0.1 })).toBe(false);
    expect(isWorthAdvice({ ...room, best: 0.3 })).toBe(false);
  });

  it('takes more the noisier the room is, and with levels that rest on a benchmark', () => {
    expect(isWorthAdvice({ ...room, noise: 0.1 })).toBe(false);
    expect(isWorthAdvice({ ...room, levels: 'benchmark' })).toBe(false);
    expect(isWorthAdvice({ ...room, noise: 0.1, healthy: 0.01 })).toBe(true);
  });

  it('is not given by an exact LIVE that is surely well', () => {
    expect(isWorthAdvice({ best: 0, healthy: 1, noise: 0, levels: 'own' })).toBe(false);
  });
});

describe('the order of the steps', () => {
  const shares = fc.tuple(...stepIds.map(() => fc.nat(512).map((draws) => draws / 512)));
  const placeOf = (captures: readonly number[], id: StepId): number =>
    stepIds
      .map((step, place) => ({ id: step, capture: captures[place] ?? 0 }))
      .sort(byPriority)
      .findIndex((step) => step.id === id);

  it('never puts a step lower whose share grew more than any other', () => {
    fc.assert(
      fc.property(shares, shares, fc.constantFrom(...stepIds), (before, grown, id) => {
        const own = stepIds.indexOf(id);
        const most = Math.max(...grown);
        const after = before.map(
          (share, place) => share + (place === own ? most : (grown[place] ?? 0)),
        );
        expect(placeOf(after, id)).toBeLessThanOrEqual(placeOf(before, id));
      }),
    );
  });

  it('puts the easier of two steps first whose shares are about equal, and no other', () => {
    const two = (reach: number, click: number) => placeOf([reach, 0, click, 0, 0], 'liveCtr');
    expect(two(0.6, 0.58)).toBe(0);
    expect(two(0.6, 0.5)).toBe(1);
  });
});
