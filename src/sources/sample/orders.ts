import type { Ware } from './catalogue.ts';
import { pick } from './draws.ts';
import type { Random } from './random.ts';

/** Follower tiers of buyers, their share of orders among new and known people: not following, new, regular, fan. */
export const tierWeights = [0.46, 0.2, 0.22, 0.12] as const;

/** One placed order: its lines are variants of one product, so that it counts with that product alone. */
export interface Order {
  readonly skus: number;
  readonly items: number;
  readonly cents: number;
  readonly subsidyCents: number;
  readonly tier: number;
  /** A customer's number within the LIVE; the next free one for someone new. */
  readonly customer: number;
}

/** How a LIVE sells: prices next to list price, and how often an order takes a second variant, next to 1. */
export interface Deal {
  readonly priceLevel: number;
  readonly bundles: number;
}

/** Draws an order of a product; `known` customers have bought in this LIVE before. */
export function drawOrder(random: Random, ware: Ware, deal: Deal, known: number): Order {
  const tier = pick(random, tierWeights);
  const more = random();
  const loyal = tier >= 2 ? 0.1 : 0;
  const skus =
    1 + (more < (0.26 + loyal) * deal.bundles ? 1 : 0) + (more < 0.07 * deal.bundles ? 1 : 0);
  let items = skus;
  for (let i = 0; i < skus; i++) if (random() < 0.05) items++;
  const coupon = random() < 0.18 ? 0.9 : 1;
  const cents = items * Math.round(ware.priceCents * deal.priceLevel * coupon);
  const again = known > 0 && random() < 0.07;
  return {
    skus,
    items,
    cents,
    subsidyCents: random() < 0.3 ? Math.round(cents * 0.08) : 0,
    tier,
    customer: again ? Math.floor(random() * known) : known,
  };
}
