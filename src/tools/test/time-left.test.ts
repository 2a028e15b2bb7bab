import { expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

it('what is left of a budget is a time that a signal takes, also when all of it is spent', () => {
  expect(timeLeft(57_000, 4_865.458)).toBe(52_135);
  expect(timeLeft(57_000, 60_000.5)).toBe(1);
  expect(AbortSignal.timeout(timeLeft(100, 0.7)).aborted).toBe(false);
});
