import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { samplesOf } from './sampling.ts';

const plan = { pictureEvery: seconds(30), soundEvery: seconds(60) };

/** Stretches of these lengths, one after the other. */
function stretchesOf(lengths: readonly number[]) {
  let start = 0;
  return lengths.map((length) => {
    const stretch = { start, length };
    start += length;
    return stretch;
  });
}

it('a picture every 30 seconds and a minute’s sound take a third of segments of 10 seconds', () => {
  const samples = samplesOf(stretchesOf(new Array(12).fill(10)), plan);
  expect(
    samples.map(({ stretch, sample }) => [stretch.start, sample.pictures, sample.sound]),
  ).toEqual([
    [0, [0], true],
    [30, [30], false],
    [60, [60], true],
    [90, [90], false],
  ]);
});

it('every second that is wanted is looked for once, where it lies', () => {
  const lengths = fc.array(fc.double({ min: 0.5, max: 100, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(lengths, (some) => {
      const all = stretchesOf(some);
      const end = all.reduce((sum, { length }) => sum + length, 0);
      const wanted = samplesOf(all, plan);
      const pictures = wanted.flatMap(({ sample }) => sample.pictures);
      expect(pictures).toEqual(pictures.map((_, place) => place * 30));
      expect(pictures).toHaveLength(Math.ceil(end / 30 - 1e-9));
      for (const { stretch, sample } of wanted) {
        for (const at of sample.pictures) {
          expect(at).toBeGreaterThanOrEqual(stretch.start);
          expect(at).toBeLessThan(stretch.start + stretch.length);
        }
      }
    }),
  );
});
