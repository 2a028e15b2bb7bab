import { type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../metrics/fault.ts';
import type { PanelPlace } from '../../platform/verbs/panel.ts';
import type { Ports } from './ports.ts';

/** Where the panel stands. Follows the page it is docked in when that moves to another room. */
export interface PlaceStore {
  readonly place: ReadonlySignal<PanelPlace>;
  /** Takes the worker's word, which was asked for in this moment, and follows the page from now on. */
  readonly find: (asked: Promise<Result<PanelPlace>>) => Promise<void>;
}

export function createPlaceStore(ports: Pick<Ports, 'followPage'>): PlaceStore {
  const place = signal<PanelPlace>({ docked: false });
  let following = false;
  let moves = 0;
  return {
    place,
    find: async (asked) => {
      if (!following) {
        following = true;
        ports.followPage((state) => {
          moves += 1;
          place.value = { docked: true, ...state };
        });
      }
      const before = moves;
      const reply = await asked;
      // Where the page moved meanwhile is newer than the answer.
      if (reply.ok && moves === before) place.value = reply.value;
    },
  };
}
