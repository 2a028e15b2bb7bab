import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveSide } from './compared-side.ts';
import { coursePair, courseSteps } from './course-pair.ts';
import { madeLive, withMinutes } from './two-lives.fixture.ts';

describe('two courses over each other', () => {
  it('begin at their own starts, have amounts per hour, and gaps where nothing is known', () => {
    const first = withMinutes(madeLive({ hours: 0.5 }), { gmv: [10, 20, undefined, 0, 5, 5] });
    const second = withMinutes(madeLive({ hours: 0.25 }), { gmv: [1, 2, 3] });
    const found = coursePair(liveSide(first), liveSide(second));
    expect(found).toMatchObject({ step: 300, steps: 6 });
    expect(found?.lines).toEqual([
      {
        figure: 'gmv',
        first: [120, 240, undefined, 0, 60, 60],
        second: [12, 24, 36, undefined, undefined, undefined],
      },
    ]);
  });

  it('have steps of one length, that of the longer intervals, and no more than a picture has room for', () => {
    const fine = withMinutes(madeLive({ hours: 12 }), {
      orders: Array.from({ length: 144 }, () => 1),
    });
    const found = coursePair(liveSide(fine), liveSide(fine));
    expect(found).toMatchObject({ step: 900, steps: 48 });
    expect(found?.lines[0]?.first[0]).toBeCloseTo(12, 9);
  });

  it('end before a cut-off interval that would look like a fall, with all their lines', () => {
    const cut = withMinutes(madeLive({ hours: 0.22 }), { gmv: [10, 20, 3], orders: [1, 1, 1] });
    const whole = withMinutes(madeLive({ hours: 0.25 }), { gmv: [1, 2, 3], orders: [1, 1, 1] });
    expect(coursePair(liveSide(cut), liveSide(whole))?.lines).toEqual([
      { figure: 'gmv', first: [120, 240, undefined], second: [12, 24, 36] },
      { figure: 'orders', first: [12, 12, undefined], second: [12, 12, 12] },
    ]);
    const rose = withMinutes(madeLive({ hours: 0.22 }), { gmv: [10, 20, 30] });
    expect(coursePair(liveSide(rose), liveSide(whole))?.lines[0]?.first).toEqual([120, 240, 562.5]);
  });

  it('leave out what only one of them is told, and money in two currencies', () => {
    const minutes = { gmv: [1, 2, 3], orders: [1, 1, 1] };
    const here = withMinutes(madeLive({ hours: 0.25 }), minutes);
    const there = withMinutes(madeLive({ hours: 0.25, currency: 'VND' }), minutes);
    const lines = coursePair(liveSide(here), liveSide(there))?.lines;
    expect(lines?.map(({ figure }) => figure)).toEqual(['orders']);
    expect(coursePair(liveSide(here), liveSide(madeLive({ hours: 1 })))).toBeUndefined();
  });

  it('lose nothing of an amount, however it is cut', () => {
    const intervals = fc
      .array(
        fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 900 }), fc.nat(500)),
      )
      .map((parts) => {
        let until = 0;
        return parts.map(([gap, length, value]) => {
          const from = until + gap;
          until = from + length;
          return { from, to: until, value };
        });
      });
    fc.assert(
      fc.property(intervals, fc.integer({ min: 60, max: 2_000 }), (given, step) => {
        const steps = Math.ceil((given.at(-1)?.to ?? 0) / step);
        const cells = courseSteps(given, step, steps, 'amount');
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(cells.map(({ amount }) => amount))).toBeCloseTo(
          sum(given.map(({ value }) => value)),
          6,
        );
        expect(Math.max(0, ...cells.map(({ covered }) => covered))).toBeLessThanOrEqual(step);
      }),
    );
  });
});
