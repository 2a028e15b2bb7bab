import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import { plainText, plainWords } from '../plain-text.ts';
import { unixSeconds } from '../time.ts';
import { createFinder } from './find-lives.ts';
import { findableOf } from './findable.ts';

const idOf = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053${String(10_000_000 + place)}`);

interface Shown {
  readonly title?: string;
  readonly handle?: string;
  readonly products?: readonly string[];
}

/** A LIVE that started so many days in. */
const live = (place: number, { title, handle, products = [] }: Shown) =>
  findableOf({
    room: {
      id: idOf(place),
      title,
      creator: { handle },
      startedAt: unixSeconds(1_780_000_000 + place * 86_400),
    },
    products: products.map((name, number) => ({ id: `17293${number}`, name })),
  });

function finderOf(all: readonly Shown[]) {
  const finder = createFinder();
  for (const [place, shown] of all.entries()) finder.put(live(place, shown));
  return finder;
}

const found = (finder: ReturnType<typeof finderOf>, typed: string) =>
  finder.find(typed, 20).lives.map(({ id }) => Number(id.slice(-7)));

describe('looking for a LIVE', () => {
  const finder = finderOf([
    { title: 'Night sale', handle: 'shop.a', products: ['Linen shirt', 'Đèn bàn'] },
    { title: 'Morning sale', handle: 'shop.b', products: ['Silk scarf', 'Linen shirt'] },
    { title: '晚间特卖直播', products: ['Nightdress'] },
  ]);

  it('finds it by title, account and product, newest first, those where words begin before others', () => {
    expect(found(finder, 'sale')).toEqual([1, 0]);
    expect(found(finder, '@shop.b')).toEqual([1]);
    expect(found(finder, 'linen')).toEqual([1, 0]);
    expect(found(finder, 'night')).toEqual([2, 0]);
    expect(found(finder, 'dress')).toEqual([2]);
    expect(found(finder, 'irt')).toEqual([1, 0]);
  });

  it('minds neither case nor accents, nor where words end that are not written apart', () => {
    expect(found(finder, 'DEN BAN')).toEqual([0]);
    expect(found(finder, '特卖')).toEqual([2]);
  });

  it('asks for every word, wherever it stands', () => {
    expect(found(finder, 'linen night')).toEqual([0]);
    expect(found(finder, 'linen night scarf')).toEqual([]);
    expect(found(finder, '  ')).toEqual([]);
  });

  it('says what found it beside what every list shows', () => {
    const by = (typed: string) => finder.find(typed, 20).lives.map((one) => one.by);
    expect(by('night')).toEqual([[{ in: 'product', text: 'Nightdress' }], []]);
    expect(by('linen scarf')).toEqual([
      [
        { in: 'product', text: 'Silk scarf' },
        { in: 'product', text: 'Linen shirt' },
      ],
    ]);
    expect(by('172930 den')).toEqual([[expect.anything(), { in: 'product', text: 'Đèn bàn' }]]);
  });

  it('finds it by presenters and notes for as long as these are there', () => {
    const other = finderOf([{ title: 'One' }, { title: 'Two' }]);
    other.putBeside('host', new Map([[idOf(0), ['Lan', 'Minh']]]));
    other.putBeside('note', new Map([[idOf(1), ['The lamp fell over']]]));
    expect(other.find('minh', 20).lives).toEqual([
      { id: idOf(0), by: [{ in: 'host', text: 'Minh' }] },
    ]);
    expect(found(other, 'la')).toEqual([1, 0]);
    other.putBeside('note', new Map());
    expect(found(other, 'lamp')).toEqual([]);
  });

  it('follows a LIVE that changes or goes, and tells how many more there are', () => {
    const other = finderOf([{ title: 'Sale' }, { title: 'Sale' }, { title: 'Sale' }]);
    expect(other.find('sale', 2)).toMatchObject({ lives: [{ id: idOf(2) }, {}], more: 1 });
    other.put(live(2, { title: 'Gone' }));
    other.drop(idOf(1));
    expect(found(other, 'sale')).toEqual([0]);
  });

  it('finds each LIVE by any word of its title or of a product, and nothing that lacks it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abÀđé漢 -.'), maxLength: 8 });
    const some = fc.array(
      fc.record({ title: text, handle: text, products: fc.array(text, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const finder = finderOf(all);
        const texts = all.map((one, place) =>
          plainText(
            [idOf(place), one.title, one.handle, ...one.products, '172930 172931 172932'].join(
              '\n',
            ),
          ),
        );
        for (const [place, { title, products }] of all.entries()) {
          for (const word of plainWords(plainText([title, ...products].join(' ')))) {
            const places = found(finder, word);
            expect(places).toContain(place);
            for (const other of places) expect(texts[other]).toContain(word);
          }
        }
      }),
    );
  });
});
