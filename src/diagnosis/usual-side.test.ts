import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideOf, sideOfBand, standsOut } from './usual-side.ts';

const band = { p25: 199, p50: 203, p75: 203, n: 9 };

describe('the side of what is usual', () => {
  it('is none where the figure moves by chance, however narrow the usual band', () => {
    expect(sideOfBand(198, band)).toBe('below');
    expect(sideOf(198, band, undefined)).toBe('usual');
    expect(sideOf(150, band, undefined)).toBe('below');
    expect(sideOf(220, band, undefined)).toBe('above');
  });

  it('rests on the reference where there is no band, and is unknown with neither', () => {
    expect(sideOf(98, undefined, 100)).toBe('usual');
    expect(sideOf(90, undefined, 100)).toBe('below');
    expect(sideOf(90, undefined, undefined)).toBeUndefined();
  });

  it('never says more than the band does', () => {
    const figure = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(figure, fc.tuple(figure, figure, figure), (value, three) => {
        const [p25 = 0, p50 = 0, p75 = 0] = three.toSorted((a, b) => a - b);
        const usual = { p25, p50, p75, n: 5 };
        expect(['usual', sideOfBand(value, usual)]).toContain(sideOf(value, usual, undefined));
      }),
    );
  });
});

describe('a figure that stands out', () => {
  it('lies outside of what is usual, on the side that the verdict says', () => {
    expect(standsOut({ verdict: 'higher', side: 'above', difference: 0.2 })).toBe(true);
    expect(standsOut({ verdict: 'higher', side: 'usual', difference: 0.2 })).toBe(false);
    expect(standsOut({ verdict: 'lower', side: 'above', difference: -0.2 })).toBe(false);
  });

  it('is no difference of a few per cent, also where nothing usual is known', () => {
    expect(standsOut({ verdict: 'lower', side: 'below', difference: -0.01 })).toBe(false);
    expect(standsOut({ verdict: 'higher', difference: 0.01 })).toBe(false);
    expect(standsOut({ verdict: 'higher', difference: 0.17 })).toBe(true);
    expect(standsOut({ verdict: 'same', difference: 0 })).toBe(false);
  });
});
