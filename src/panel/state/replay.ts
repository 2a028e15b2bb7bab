import { signal } from '@preact/signals';
import type { UnixSeconds } from '../../metrics/time.ts';

/** A replay to watch, or a cut of it. `startedAt` is the LIVE's start, from which cuts are counted. */
export interface ReplayRequest {
  readonly url: string;
  readonly title: string;
  readonly startedAt?: UnixSeconds | undefined;
  readonly cut?: { readonly from: UnixSeconds; readonly to: UnixSeconds } | undefined;
}

/** The replay that is open over the panel; undefined while none is. */
export const createReplay = () => signal<ReplayRequest | undefined>(undefined);
