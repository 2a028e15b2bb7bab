import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import { PageStateSchema, type PanelPlace, pageKey } from '../../platform/protocol.ts';
import type { Ports } from './ports.ts';

/** Where the panel stands. Follows the page it is docked in when that moves to another room. */
export interface PlaceStore {
  readonly place: ReadonlySignal<PanelPlace>;
  readonly find: () => Promise<void>;
}

export function createPlaceStore(ports: Pick<Ports, 'ask'>): PlaceStore {
  const place = signal<PanelPlace>({ docked: false });
  return {
    place,
    find: async () => {
      const reply = await ports.ask('panel.place', {});
      if (!reply.ok) return;
      place.value = reply.value;
      if (reply.value.docked) await follow(place);
    },
  };
}

async function follow(place: { value: PanelPlace }): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  const key = pageKey(tab.id);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    const read = v.safeParse(PageStateSchema, changes[key]?.newValue);
    if (read.success) place.value = { docked: true, ...read.output };
  });
}
