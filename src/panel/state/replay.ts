import { signal } from '@preact/signals';
import type { BenchmarkRoom, Clip } from '../../metrics/feed/category-slice.ts';
import { type Cut, partOf, type Recording } from '../../metrics/live/recording.ts';

/** Whose LIVE was recorded: the seller's own, or one that a benchmark feed of this name tells of. */
export type Whose = { readonly kind: 'own' } | { readonly kind: 'feed'; readonly name: string };

/** A recording to watch, or a part of it. See panel/replay/request.ts for how each kind is made. */
export interface ReplayRequest extends Recording {
  readonly title: string;
  readonly whose: Whose;
  readonly coverUrl?: string | undefined;
  /** The LIVE with its figures, as a board keeps it; absent while its start or end is unknown. */
  readonly live?: BenchmarkRoom | undefined;
  /** The clip that it is, where it shows a factor. */
  readonly clip?: Clip | undefined;
  /** True for a simulated LIVE: the player says so. */
  readonly simulated?: boolean | undefined;
}

/**
 * The part of a recording that alone is measured: of another's LIVE a clip is looked at, and a LIVE of hours may be a
 * gigabyte. Undefined where all of it is.
 */
export const measuredPart = (asked: ReplayRequest): Cut | undefined =>
  asked.whose.kind === 'feed' ? partOf(asked) : undefined;

/** The recording that is open over the panel; undefined while none is. */
export const createReplay = () => signal<ReplayRequest | undefined>(undefined);
