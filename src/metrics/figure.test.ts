import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { metricIds } from './catalogue.ts';
import { arePlainFigures, FiguresSchema, ListedFiguresSchema } from './figure.ts';

const at = 1_781_240_000_000;
const origin = { how: 'fetched', endpoint: 'core/stats', at };
const figures = {
  views: { value: 12, origin },
  gmv: { money: { amount: '19.56', currency: 'USD' }, origin, derivedFrom: ['aov', 'orders'] },
  likes: { value: 0, origin: { ...origin, summary: true } },
};

const odd = fc.constantFrom<unknown>(
  ...[undefined, null, '', 'x', 0, -1, Number.NaN, Number.POSITIVE_INFINITY, true],
  ...[[], {}, ['a'], [1], { amount: '1', currency: 'usd' }, { amount: '1', currency: 'USD' }],
  ...[origin, { ...origin, how: 'guessed' }, { ...origin, more: 1 }, { ...origin, summary: 1 }],
);
const part = fc.constantFrom('value', 'money', 'origin', 'derivedFrom', 'range', 'more');
const metric = fc.constantFrom(...metricIds, 'unheardOf');
const whole = fc.constantFrom<object>(...Object.values(figures));
/** Figures in which a few parts are something else than they should be. */
const spoilt = fc
  .array(fc.tuple(metric, whole, fc.dictionary(part, odd, { maxKeys: 2 })), { maxLength: 4 })
  .map((all) => Object.fromEntries(all.map(([id, base, wrong]) => [id, { ...base, ...wrong }])));

describe('figures', () => {
  it('come out as they went in where nothing is to be dropped', () => {
    expect(arePlainFigures(figures)).toBe(true);
    expect(v.parse(ListedFiguresSchema, figures)).toBe(figures);
  });

  it('lose metrics and parts that nobody knows', () => {
    const more = { ...figures, unheardOf: figures.views, likes: { ...figures.likes, mood: 1 } };
    expect(v.parse(ListedFiguresSchema, more)).toEqual(figures);
  });

  it.each([
    ['a value that is no number', { views: { value: '12', origin } }],
    ['money without a currency', { gmv: { money: { amount: '1' }, origin } }],
    ['a number for money', { gmv: { value: 1, origin } }],
    ['no origin', { views: { value: 1 } }],
    ['a list', { views: [] }],
  ])('are refused with %s', (_, wrong) => {
    expect(v.is(ListedFiguresSchema, wrong)).toBe(false);
  });

  it('are taken as they are only where each part says the same', () => {
    fc.assert(
      fc.property(spoilt, (input) => {
        if (!arePlainFigures(input)) return;
        const read = v.safeParse(FiguresSchema, input);
        expect(read.success).toBe(true);
        expect(read.output).toEqual(input);
      }),
      { numRuns: 2_000 },
    );
  });
});
