import * as v from 'valibot';
import { BasisSchema } from '../metrics/benchmark.ts';
import { CategoryIdSchema } from '../metrics/ids.ts';

/** Everything a seller has chosen; one record in the archive's settings store. */
export const SettingsSchema = v.object({
  panel: v.fallback(
    v.object({
      open: v.boolean(),
      /** CSS pixels. */
      width: v.pipe(v.number(), v.minValue(320), v.maxValue(1200)),
      dock: v.picklist(['push', 'overlay']),
    }),
    { open: true, width: 400, dock: 'overlay' },
  ),
  basis: v.fallback(BasisSchema, 'market'),
  /** The category the seller named for the shop; Seller Center's answers carry none. */
  shopCategory: v.fallback(v.optional(CategoryIdSchema), undefined),
  /** Categories the seller named for single products, by product id. */
  productCategories: v.fallback(v.record(v.string(), CategoryIdSchema), {}),
  /** Categories the seller picked for single rooms, by room id. */
  roomCategories: v.fallback(v.record(v.string(), CategoryIdSchema), {}),
  /** Whether the sample shop is being explored instead of Seller Center. */
  sample: v.fallback(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const defaultSettings: Settings = v.parse(SettingsSchema, {
  panel: {},
  basis: undefined,
  productCategories: undefined,
  roomCategories: undefined,
  sample: undefined,
});
