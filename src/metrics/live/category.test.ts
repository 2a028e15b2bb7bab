import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CategoryIdSchema, ProductIdSchema, parseRoomId } from '../ids.ts';
import { money } from '../money.ts';
import { type CategoryChoices, categoryOf, topProductFields } from './category.ts';

const id = parseRoomId('7649951805363391253');
if (id === undefined) throw new Error('not a room id');
const product = v.parse(ProductIdSchema, '1729400000000000001');
const other = v.parse(ProductIdSchema, '1729400000000000002');
const anyCategory = fc
  .constantFrom('601450', '604206', '601152', '600001')
  .map((text) => v.parse(CategoryIdSchema, text));
const maybe = fc.option(anyCategory, { nil: undefined });

describe('the category of a LIVE', () => {
  it('is the first that is known of: picked, answered, named for its product, the shop’s', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, (picked, answered, named, shopCategory) => {
        const choices: CategoryChoices = {
          roomCategories: picked === undefined ? {} : { [id]: picked },
          productCategories: named === undefined ? {} : { [product]: named },
          shopCategory,
        };
        const live = {
          id,
          topProduct: product,
          ...(answered === undefined ? {} : { category: answered }),
        };
        const found = categoryOf(live, choices);
        expect(found.id).toBe(picked ?? answered ?? named ?? shopCategory);
        expect(found.from === 'unknown').toBe(found.id === undefined);
      }),
    );
  });

  it('follows from the best-selling product, and from none where nothing sold', () => {
    const category = v.parse(CategoryIdSchema, '601450');
    const products = [
      { id: other, gmv: money('5', 'USD') },
      { id: product, gmv: money('40', 'USD'), category },
    ];
    expect(topProductFields(products)).toEqual({ topProduct: product, category });
    expect(topProductFields([{ id: product, gmv: money('0', 'USD'), category }])).toEqual({});
    expect(topProductFields([])).toEqual({});
  });
});
