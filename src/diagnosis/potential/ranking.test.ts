import { describe, expect, it } from 'vitest';
import { isWorthAdvice, type Nerve } from './ranking.ts';

const room: Nerve = { best: 0.8, healthy: 0.03, noise: 0.05, levels: 'own' };

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
