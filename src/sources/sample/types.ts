import type { CategoryId, ProductId, RoomId } from '../../metrics/ids.ts';
import type { Phase } from '../../metrics/live/phase.ts';
import type { Session } from '../../metrics/session.ts';
import type { Seconds, UnixMs, UnixSeconds } from '../../metrics/time.ts';

/** Something planted in a LIVE on purpose, which a diagnosis should find. */
export type PlantedFault =
  | 'stuck-pin'
  | 'quiet-stretch'
  | 'violation'
  | 'weak-first-impression'
  | 'unpaid-orders'
  | 'ads-do-not-pay'
  | 'very-short'
  | 'thin-basket'
  | 'sold-out';

/** A planted fault with the stretch of the LIVE and the product it touches, where it has one. */
export interface Planted {
  readonly fault: PlantedFault;
  readonly from?: UnixSeconds;
  readonly to?: UnixSeconds;
  readonly product?: ProductId;
}

/** What the simulation knows and no answer of Seller Center would say; for tests alone. */
export interface SampleTruth {
  readonly planted: readonly Planted[];
  readonly host: string;
  readonly slot: 'morning' | 'midday' | 'evening' | 'marathon';
  /** The category most of the basket comes from. */
  readonly theme: CategoryId;
  readonly adsOn: boolean;
  /** What was drawn for the room before chance within it, next to the shop's usual 1. */
  readonly strength: {
    readonly impressions: number;
    readonly tapThrough: number;
    readonly click: number;
    readonly order: number;
    readonly stay: number;
  };
  readonly plannedEnd: UnixSeconds;
}

export interface SampleRoom {
  readonly session: Session;
  readonly truth: SampleTruth;
  /** As of a real LIVE; the figures of an ended one don't move here. */
  readonly phase: Phase['name'];
  /** Present as long as TikTok keeps replays. */
  readonly replay?: { readonly durationSeconds: Seconds };
}

export interface SampleProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly category: CategoryId;
  readonly priceCents: number;
  readonly coverUrl: string;
}

export interface SampleOptions {
  /** The time the shop is looked at; the newest LIVE is running then. */
  readonly now: UnixMs;
  /** Same seed, same shop. */
  readonly seed?: number;
  /**
   * When the shop was first looked at, at most `now` (the default). The running LIVE started an hour
   * to 90 minutes before it: to keep the same running LIVE over a restart, remember `opened`.
   */
  readonly opened?: UnixMs;
  /** `none` is the default. */
  readonly replays?: Replays;
}

/**
 * Where rooms whose replay is kept have it: nowhere, at an address that only the demo serves, or at one that stands
 * for a film that the panel draws.
 */
export type Replays = 'none' | 'demo' | 'film';

/** A whole simulated shop. Nothing in it is real: every session says `simulated`. */
export interface SampleShop {
  readonly name: string;
  readonly handle: string;
  readonly now: UnixMs;
  /** Sixty LIVEs of the last 90 days, newest first; the first is running. */
  readonly rooms: readonly SampleRoom[];
  readonly products: readonly SampleProduct[];
  readonly shopCategory: CategoryId;
  readonly room: (id: RoomId) => SampleRoom | undefined;
  /** The same shop at a later time: the running LIVE has gone on, everything else stays. */
  readonly at: (now: UnixMs) => SampleShop;
}
