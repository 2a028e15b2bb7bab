import * as v from 'valibot';
import { type CategoryId, CategoryIdSchema, ProductIdSchema } from '../../metrics/ids.ts';
import { type coverMarks, drawCover } from './cover.ts';
import { logNormal } from './draws.ts';
import { randomOf } from './random.ts';
import type { SampleProduct } from './types.ts';

const category = (id: string): CategoryId => v.parse(CategoryIdSchema, id);
export const BEAUTY = category('601450');
export const HOME = category('600001');
export const FASHION = category('605248');

/** A product with what the simulation knows of it: rates before pins, hosts and chance. */
export interface Ware extends SampleProduct {
  /** How much of the room's attention it draws, next to 1. */
  readonly appeal: number;
  /** Clicks ÷ product impressions. */
  readonly ctr: number;
  /** Paid main orders ÷ clicks. */
  readonly ctor: number;
}

const goods: readonly (readonly [CategoryId, keyof typeof coverMarks, string])[] = [
  [
    BEAUTY,
    'leaf',
    'Dew Drop Vitamin C Serum 30 ml:24.90|Calm Oat Face Cream 50 ml:21.50|Rosehip Night Oil 20 ml:27.00|Cloud Foam Cleanser 150 ml:14.90|Lumen Mineral Sunscreen SPF 50:22.00|Green Tea Toner Pads, 60:17.90|Clay & Leaf Mask 75 g:16.50|Lip Butter Trio:12.90|Peptide Eye Gel 15 ml:25.50|Hydrating Mist 100 ml:13.50|Overnight Lip Mask:11.90|Gentle Peel 2% BHA 30 ml:19.90|Hand Cream Set of 3:18.50|Lash & Brow Serum:29.00|Mini Skin Care Travel Kit:34.90|Scalp Scrub 200 ml:20.90',
  ],
  [
    HOME,
    'house',
    'Linen Storage Baskets, Set of 3:28.90|Soy Candle Fig & Cedar:18.00|Bamboo Drawer Dividers:22.50|Microfiber Cloths, 12:13.90|Refillable Glass Spray Bottles, 2:15.50|Wool Dryer Balls, 6:14.50|Hanging Closet Organizer:19.90|Ceramic Soap Dispenser:16.90|Dried Flower Bunch:21.00|Stackable Shoe Racks, 2:32.90|Reed Diffuser White Tea:23.50|Waffle Bath Mat:24.00',
  ],
  [
    FASHION,
    'gem',
    'Pearl Drop Earrings:16.90|Layered Leaf Necklace:22.90|Silk Feel Scrunchies, 5:11.50|Claw Clips Set of 4:12.50|Woven Belt:24.50|Crossbody Phone Pouch:27.90|Cat Eye Sunglasses:19.50|Satin Hair Scarf:14.90|Stacking Rings, 6:17.50|Mesh Watch Rose:39.00|Charm Bracelet Kit:26.50|Wide Brim Straw Hat:31.00',
  ],
];

/** The shop's 40 products in three categories, always in the same order; rates and ids follow the seed. */
export function wares(seed: number): Ware[] {
  return goods.flatMap(([id, mark, list], group) =>
    list.split('|').map((entry, place) => {
      const [name = '', price = '0'] = entry.split(':');
      const random = randomOf(seed, 'product', group, place);
      const priceCents = Math.round(Number(price) * 100);
      const cheap = (2_000 / priceCents) ** 0.35;
      const low = String(Math.floor(random() * 1e9)).padStart(9, '0');
      return {
        id: v.parse(ProductIdSchema, `17294${group}${String(place).padStart(4, '0')}${low}`),
        name,
        category: id,
        priceCents,
        coverUrl: drawCover(mark, Math.round(random() * 360), 64, 64),
        appeal: logNormal(random, 0.55),
        ctr: 0.052 * logNormal(random, 0.25) * cheap,
        ctor: 0.064 * logNormal(random, 0.3) * cheap,
      };
    }),
  );
}
