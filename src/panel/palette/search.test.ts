import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from './search.ts';

const things = [
  { name: 'Clicks → orders', note: 'CTOR' },
  { name: 'CTOR', also: 'click to order rate' },
  { name: 'Mua sắm điện tử', note: 'Nov 26, 18:01' },
  { name: 'Order size', note: 'AOV' },
];
const names = (typed: string): readonly string[] => search(typed, things).map(({ name }) => name);

describe('looking for a thing in the panel', () => {
  it('finds what begins as typed first, then by a word of the name, then by other words', () => {
    expect(names('order')).toEqual(['Order size', 'Clicks → orders', 'CTOR']);
  });

  it('asks for every word, in any order, each from its beginning', () => {
    expect(names('orders clicks')).toEqual(['Clicks → orders']);
    expect(names('rders')).toEqual([]);
    expect(names('nov 18')).toEqual(['Mua sắm điện tử']);
  });

  it('minds neither case nor accents', () => {
    expect(names('DIEN')).toEqual(['Mua sắm điện tử']);
    expect(names('ctor')).toEqual(['CTOR', 'Clicks → orders']);
  });

  it('keeps what was found by a piece of a word, behind what begins as typed', () => {
    const some = [
      { name: 'Nov 26, 18:01', note: 'Handbag night', found: true },
      { name: 'Nov 25, 18:00', note: 'Handbag night' },
      { name: 'Bag of the day' },
    ];
    expect(search('bag', some)).toEqual([some[2], some[0]]);
    expect(search('购物', [{ name: '今晚购物', found: true }])).toHaveLength(1);
  });

  it('finds each thing by its own name, and all by nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string({ minLength: 1 }) })), (some) => {
        expect(search('  ', some)).toEqual(some);
        for (const one of some.filter(({ name }) => /[\p{L}\p{N}]/u.test(name))) {
          expect(search(one.name, some)).toContain(one);
        }
      }),
    );
  });
});
