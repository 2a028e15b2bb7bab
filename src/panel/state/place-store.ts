import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelPlace } from '../../platform/protocol.ts';
import type { Ports } from './ports.ts';

/** Where the panel stands. Follows the page it is docked in when that moves to another room. */
export interface PlaceStore {
  readonly place: ReadonlySignal<PanelPlace>;
  readonly find: () => Promise<void>;
}

export function createPlaceStore(ports: Pick<Ports, 'ask' | 'followPage'>): PlaceStore {
  const place = signal<PanelPlace>({ docked: false });
  let following = false;
  return {
    place,
    find: async () => {
      const reply = await ports.ask('panel.place', {});
      if (!reply.ok) return;
      place.value = reply.value;
      if (!reply.value.docked || following) return;
      following = true;
      ports.followPage((state) => {
        place.value = { docked: true, ...state };
      });
    },
  };
}
