import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';
import { shrunk } from './shrink.ts';

describe('pulling noisy figures to their centre', () => {
  it('moves the least certain furthest, never past the centre, and never widens', () => {
    const members = [
      { log: 1, variance: 0.01 },
      { log: 1, variance: 1 },
      { log: -0.5, variance: 0.1 },
    ];
    const [sure, unsure, below] = shrunk(members, 0);
    expect(sure?.log).toBeGreaterThan(unsure?.log ?? 1);
    expect(unsure?.log).toBeGreaterThan(0);
    expect(below?.log).toBeLessThan(0);
    for (const [place, { variance }] of shrunk(members, 0).entries()) {
      expect(variance).toBeLessThanOrEqual(members[place]?.variance ?? 0);
    }
  });

  it('is nearer to the truth than the figures themselves, over many groups', () => {
    const random = randomOf('shrink');
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let raw = 0;
    let pulled = 0;
    for (let group = 0; group < 200; group += 1) {
      const truth = Array.from({ length: 8 }, () => 0.3 * normal());
      const members = truth.map((log) => ({ log: log + 0.5 * normal(), variance: 0.25 }));
      const after = shrunk(members, 0);
      for (const [place, value] of truth.entries()) {
        raw += ((members[place]?.log ?? 0) - value) ** 2;
        pulled += ((after[place]?.log ?? 0) - value) ** 2;
      }
    }
    expect(pulled).toBeLessThan(raw * 0.5);
  });
});
