import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../time.ts';
import { measuredLength } from './measured-length.ts';
import { fixtureMeasures } from './measures.fixture.ts';
import { unsettledIn } from './settled.ts';

const cut = (from: number, to: number) => ({ from: seconds(from), to: seconds(to) });

/** Ten minutes of which some seconds have neither picture nor sound, and some couldn't be read. */
function measuresOf(isMeasured: (second: number) => boolean, left: readonly [number, number][]) {
  const all = fixtureMeasures({ minutes: 10 });
  return {
    ...all,
    complete: false,
    pictures: all.pictures.filter(({ second }) => isMeasured(second)),
    sounds: all.sounds.filter(({ second }) => isMeasured(second)),
    left: left.map(([from, to]) => ({ ...cut(from, to), reason: 'missing' as const })),
  };
}

describe('what is to be tried of a part of a recording', () => {
  it('is neither what was measured nor what couldn’t be read', () => {
    const clip = cut(60, 120);
    expect(
      unsettledIn(
        measuresOf(() => true, []),
        clip,
      ),
    ).toEqual([]);
    expect(
      unsettledIn(
        measuresOf((second) => second >= 90, []),
        clip,
      ),
    ).toEqual([clip]);
    // A segment of ten seconds stands for the half minute whose picture it was to have.
    expect(
      unsettledIn(
        measuresOf((second) => second >= 90, [[60, 70]]),
        clip,
      ),
    ).toEqual([]);
    const nothing = measuresOf(() => false, []);
    expect(unsettledIn(nothing, clip)).toEqual([clip]);
    // Behind the recording's end there is nothing to try.
    expect(unsettledIn(nothing, cut(610, 640))).toEqual([]);
  });

  it('is nothing once what is left of it is written down, and no more than what isn’t measured', () => {
    const second = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(second, second, second, second, (a, b, from, to) => {
        const measures = measuresOf((at) => at < Math.min(a, b) || at >= Math.max(a, b), []);
        const part = cut(Math.min(from, to), Math.max(from, to));
        const gaps = unsettledIn(measures, part);
        const missing = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
        const length = part.to - part.from;
        expect(missing).toBeLessThanOrEqual(length - measuredLength(measures, part) + 30);
        const left = gaps.map((gap) => ({ ...gap, reason: 'unreadable' as const }));
        expect(unsettledIn({ ...measures, left }, part)).toEqual([]);
      }),
    );
  });
});
