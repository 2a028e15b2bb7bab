import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApart } from './apart.ts';

const plain = { noise: 1, luck: 0.05 };
const rest = { k: 400, n: 4000 };

describe('a part of a LIVE against the rest', () => {
  it('is below where its rate is surely lower, and not where it could have been told', () => {
    expect(readApart({ k: 120, n: 2000 }, rest, plain)).toEqual({ reading: 'below' });
    expect(readApart({ k: 195, n: 2000 }, rest, plain)).toEqual({ reading: 'not-below' });
    expect(readApart({ k: 300, n: 2000 }, rest, plain)).toEqual({ reading: 'not-below' });
  });

  it('asks for as many more tries as then tell it', () => {
    const few = readApart({ k: 10, n: 100 }, rest, plain);
    const more = few?.reading === 'scarce' ? few.more : 0;
    expect(more).toBeGreaterThan(100);
    const enough = { k: (100 + more) / 10, n: 100 + more };
    expect(readApart(enough, rest, plain)).toEqual({ reading: 'not-below' });
    expect(readApart({ k: 10, n: 100 }, { k: 5, n: 50 }, plain)).toMatchObject({
      reading: 'scarce',
    });
  });

  it('says nothing where a side was never tried, or the rest holds no hit', () => {
    expect(readApart({ k: 0, n: 0 }, rest, plain)).toBeUndefined();
    expect(readApart({ k: 3, n: 50 }, { k: 0, n: 50 }, plain)).toBeUndefined();
  });

  it('never finds more with more noise or a stricter line', () => {
    const side = fc.record({
      k: fc.integer({ min: 1, max: 500 }),
      n: fc.integer({ min: 1, max: 5000 }),
    });
    const wider = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(side, side, wider, (part, others, by) => {
        const strict = readApart(part, others, { noise: by, luck: 0.05 / by });
        if (strict?.reading === 'below') {
          expect(readApart(part, others, plain)).toEqual({ reading: 'below' });
        }
      }),
    );
  });
});
