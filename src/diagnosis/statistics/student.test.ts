import { expect, it } from 'vitest';
import { t95 } from './student.ts';

it.each([
  [10, 1.8125],
  [30, 1.6973],
  [1e9, 1.6449],
])('the 95 %% quantile of t with %s degrees is %s', (degrees, quantile) => {
  expect(Math.abs(t95(degrees) - quantile)).toBeLessThan(0.002);
});
