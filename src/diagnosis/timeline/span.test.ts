import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, spanLength } from '../../metrics/live/length.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { fixtureSession, START, series } from '../factors/fixture.ts';
import { intervalsOf, joined, leftOpen, within } from './span.ts';

const span = (from: number, to: number): Span => ({
  from: unixSeconds(from),
  to: unixSeconds(to),
});

describe('intervals', () => {
  it('are cut to the LIVE, so that an amount over the length is a true pace', () => {
    const session = fixtureSession({
      room: { startedAt: START + 39, endedAt: START + 700 },
      timeline: { interval: 300, series: [series('views', 'amount', [1, 2, 3, 4])] },
    });
    expect(intervalsOf(session, 'views', 'amount')?.map(spanLength)).toEqual([261, 300, 100]);
    expect(intervalsOf(session, 'views', 'level')).toBeUndefined();
  });

  it('that straddle an edge count on neither side', () => {
    const intervals = [
      { ...span(0, 300), value: 1 },
      { ...span(300, 600), value: 10 },
      { ...span(600, 900), value: 100 },
    ];
    expect(within(intervals, span(0, 450))).toEqual({ total: 1, seconds: 300 });
    expect(within(intervals, span(450, 900))).toEqual({ total: 100, seconds: 300 });
  });
});

describe('what spans leave open', () => {
  it('and the joined spans fill the whole without overlap', () => {
    const any = fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => span(from, Math.min(100, from + length)));
    fc.assert(
      fc.property(fc.array(any), (spans) => {
        const whole = span(0, 100);
        const covered = joined(spans.filter((one) => one.to > one.from));
        const open = leftOpen(whole, covered);
        const total = [...covered, ...open].reduce((sum, one) => sum + spanLength(one), 0);
        expect(total).toBe(100);
        expect(
          open.every((gap) => covered.every((one) => one.to <= gap.from || one.from >= gap.to)),
        ).toBe(true);
      }),
    );
  });
});
