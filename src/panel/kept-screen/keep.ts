import { computed } from '@preact/signals';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { keptScreenKey, outdatesScreen } from '../../platform/kept-screen.ts';
import type { App } from '../state/app.ts';
import { roomInAddress } from '../state/room-in-address.ts';
import { readDrawn } from './drawn.ts';
import { type KeptScreen, laterSheets, screenPlace, wasTouched } from './show.ts';

/** How long a busy page may put it off, in milliseconds: a seller may be at work a moment after all is there. */
const IDLE_MS = 100;

/** How long nothing has to change before the screen is stored again, in milliseconds. */
const QUIET_MS = 1_000;

/**
 * Stores the first screen for the next panel that opens on the same LIVE, now and after each change of what it shows,
 * until the seller does something. Answers how to stop.
 */
export function keepScreens(app: App): () => void {
  const key = keptScreenKey(screenPlace());
  let changes = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const settled = computed(() => isOfOpening(app));
  const store = async (): Promise<void> => {
    const seen = changes;
    const screen = settled.value && !wasTouched() ? await read(app) : undefined;
    // What changed while it was read is not in it.
    if (screen === undefined || seen !== changes) return;
    await browser.storage.session.set({ [key]: screen });
  };
  const storeWhenIdle = (): void => {
    requestIdleCallback(() => void store().catch(() => undefined), { timeout: IDLE_MS });
  };
  const stop = app.ports.listen((news) => {
    if (!outdatesScreen(news)) return;
    changes += 1;
    // The worker drops it too, but may have done so before this panel stored what it had drawn by then.
    browser.storage.session.remove(key).catch(() => undefined);
    clearTimeout(quiet);
    quiet = setTimeout(storeWhenIdle, QUIET_MS);
  });
  const unfollow = settled.subscribe((is) => {
    if (is) storeWhenIdle();
  });
  return () => {
    stop();
    unfollow();
    clearTimeout(quiet);
  };
}

/** Whether the panel shows what an opening leads to: a LIVE that is over, of which all could be read. */
function isOfOpening({ place, room }: App): boolean {
  const { id, session, fault } = room.view.value;
  const asked = openedFor(place.place.value.room);
  return (
    session !== undefined &&
    session.room.status !== 'live' &&
    fault === undefined &&
    (asked === undefined || asked === id)
  );
}

const openedFor = (ofPage: string | undefined): string | undefined =>
  ofPage ?? roomInAddress(location.href);

async function read({ place }: App): Promise<KeptScreen | undefined> {
  const panel = document.querySelector('#root > .panel');
  if (panel === null) return undefined;
  const { lang, dir } = document.documentElement;
  const drawn = readDrawn(panel);
  const of = openedFor(place.place.value.room);
  const sheets = laterSheets().map(async (href) => (await fetch(href)).text());
  const styles = (await Promise.all(sheets)).join('\n');
  return { ...(of === undefined ? {} : { of }), at: now(), lang, dir, styles, drawn };
}
