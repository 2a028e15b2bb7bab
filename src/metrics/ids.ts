import * as v from 'valibot';
import { roomIdPattern } from './room-id-pattern.ts';

/** A LIVE room id: 19 decimal digits, above 2^53, so never a number. */
export const RoomIdSchema = v.pipe(v.string(), v.regex(roomIdPattern), v.brand('RoomId'));
export type RoomId = v.InferOutput<typeof RoomIdSchema>;

/** A product id as Seller Center answers it: decimal digits in a string. */
export const ProductIdSchema = v.pipe(v.string(), v.regex(/^\d{1,24}$/), v.brand('ProductId'));
export type ProductId = v.InferOutput<typeof ProductIdSchema>;

/** The TikTok account that streams a LIVE, as Seller Center numbers it: decimal digits, above 2^53. */
export const AccountIdSchema = v.pipe(v.string(), v.regex(/^\d{5,24}$/), v.brand('AccountId'));
export type AccountId = v.InferOutput<typeof AccountIdSchema>;

/** The account's handle, in lower case and without the @; an account may change it. */
export const AccountHandleSchema = v.pipe(
  v.string(),
  v.regex(/^[^\s@A-Z]{1,64}$/),
  v.brand('AccountHandle'),
);
export type AccountHandle = v.InferOutput<typeof AccountHandleSchema>;

/** The seller's shop, as Seller Center numbers it (`shop_id`, `seller_id`). */
export const ShopIdSchema = v.pipe(v.string(), v.regex(/^\d{5,24}$/), v.brand('ShopId'));
export type ShopId = v.InferOutput<typeof ShopIdSchema>;

/** A TikTok Shop product category id of the first level; see categories.ts. */
export const CategoryIdSchema = v.pipe(v.string(), v.regex(/^\d{6}$/), v.brand('CategoryId'));
export type CategoryId = v.InferOutput<typeof CategoryIdSchema>;

/** Reads a room id out of what a person typed or an address holds; undefined when it is none. */
export function parseRoomId(text: string): RoomId | undefined {
  const read = v.safeParse(RoomIdSchema, text.trim());
  return read.success ? read.output : undefined;
}
