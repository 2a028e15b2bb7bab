import * as v from 'valibot';
import { type CategoryId, CategoryIdSchema } from '../ids.ts';
import type { MessageKey } from '../text.ts';

/**
 * TikTok Shop's product categories of the first level. The ids come from two public lists that
 * agree with each other; TikTok's own category tree needs a token and was not called.
 */
export const categories: readonly { readonly id: CategoryId; readonly name: MessageKey }[] = (
  [
    ['600001', 'category_600001'],
    ['600024', 'category_600024'],
    ['600154', 'category_600154'],
    ['600942', 'category_600942'],
    ['601152', 'category_601152'],
    ['601303', 'category_601303'],
    ['601352', 'category_601352'],
    ['601450', 'category_601450'],
    ['601739', 'category_601739'],
    ['601755', 'category_601755'],
    ['602118', 'category_602118'],
    ['602284', 'category_602284'],
    ['603014', 'category_603014'],
    ['604206', 'category_604206'],
    ['604453', 'category_604453'],
    ['604579', 'category_604579'],
    ['604968', 'category_604968'],
    ['605196', 'category_605196'],
    ['605248', 'category_605248'],
    ['700437', 'category_700437'],
    ['700645', 'category_700645'],
    ['801928', 'category_801928'],
    ['802184', 'category_802184'],
    ['824328', 'category_824328'],
    ['824584', 'category_824584'],
    ['856720', 'category_856720'],
    ['951432', 'category_951432'],
    ['953224', 'category_953224'],
  ] as const
).map(([id, name]) => ({ id: v.parse(CategoryIdSchema, id), name }));

/** The name of a category; undefined for an id that is not in the list. */
export function categoryName(id: CategoryId): MessageKey | undefined {
  return categories.find((category) => category.id === id)?.name;
}
