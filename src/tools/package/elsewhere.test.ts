import { describe, expect, it } from 'vitest';
import { differing } from './elsewhere.ts';

const packages = (...all: readonly [string, ...number[]][]) =>
  new Map(all.map(([name, ...bytes]) => [name, new Uint8Array(bytes)]));

describe('packages that were made twice', () => {
  it('are the same where each of them holds the same bytes', () => {
    const one = packages(['a.zip', 1, 2], ['b.zip', 3]);
    expect(differing(one, packages(['b.zip', 3], ['a.zip', 1, 2]))).toEqual([]);
  });

  it('are named where a byte differs, or where one of both is missing', () => {
    const one = packages(['a.zip', 1, 2], ['b.zip', 3], ['c.zip', 4]);
    const other = packages(['a.zip', 1, 9], ['b.zip', 3], ['d.zip', 4]);
    expect(differing(one, other)).toEqual(['a.zip', 'c.zip', 'd.zip']);
  });
});
