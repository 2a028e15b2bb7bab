import { signal } from '@preact/signals';
import type { BenchmarkRoom, Clip } from '../../metrics/category-slice.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { Seconds, UnixSeconds } from '../../metrics/time.ts';

/** A part of a recording, in seconds from its start. */
export interface Cut {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** Whose LIVE was recorded: the seller's own, or one that a benchmark feed of this name tells of. */
export type Whose = { readonly kind: 'own' } | { readonly kind: 'feed'; readonly name: string };

/** A recording to watch, or a part of it. See panel/replay/request.ts for how each kind is made. */
export interface ReplayRequest {
  readonly title: string;
  /** The LIVE that was recorded. */
  readonly room: RoomId;
  readonly whose: Whose;
  /** Where the recording is; absent where none is known, then there is the cover alone. */
  readonly url?: string | undefined;
  readonly expiresAt?: UnixSeconds | undefined;
  readonly coverUrl?: string | undefined;
  /** The part to play; without one the whole recording. */
  readonly cut?: Cut | undefined;
  /** Where to begin when no part is asked for. */
  readonly at?: Seconds | undefined;
  /** The LIVE with its figures, as a board keeps it; absent while its start or end is unknown. */
  readonly live?: BenchmarkRoom | undefined;
  /** The clip that `cut` is, where it shows a factor. */
  readonly clip?: Clip | undefined;
  /** True for a simulated LIVE: the player says so. */
  readonly simulated?: boolean | undefined;
}

/** The recording that is open over the panel; undefined while none is. */
export const createReplay = () => signal<ReplayRequest | undefined>(undefined);
