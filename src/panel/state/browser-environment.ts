import { effect } from '@preact/signals';
import { MINUTE_MS } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { allowsSellerCenter } from '../../platform/hosts.ts';
import type { App } from './app.ts';
import { goOnAfter, goOnOnline, retryLater } from './try-again.ts';

/** How often ages move on, and a running LIVE is looked at again, in milliseconds. */
const TICK = 30_000;
const LIVE_EVERY = MINUTE_MS;

/**
 * Follows what happens around the panel: the clock, the connection, permissions, when a refusal is over,
 * and the page the panel is docked in. Called once, for as long as the page lives.
 */
export function watchBrowser(app: App): void {
  const tick = (): void => {
    app.now.value = app.ports.now();
  };
  setInterval(tick, TICK);
  document.addEventListener('visibilitychange', tick);

  setInterval(() => {
    const running = app.room.view.value.session?.room.status === 'live';
    if (running && document.visibilityState === 'visible') void app.room.refresh(false);
  }, LIVE_EVERY);

  app.online.value = navigator.onLine;
  let stopTrying = (): void => undefined;
  addEventListener('online', () => {
    app.online.value = true;
    stopTrying();
    stopTrying = goOnOnline(app);
  });
  addEventListener('offline', () => {
    app.online.value = false;
    stopTrying();
  });

  const permissions = (): void => {
    void browser.permissions.getAll().then(({ origins = [] }) => {
      app.allowed.value = allowsSellerCenter(origins);
      if (app.allowed.value) goOnAfter('not-allowed', app);
    });
  };
  browser.permissions.onAdded.addListener(permissions);
  browser.permissions.onRemoved.addListener(permissions);

  addEventListener('pointerdown', app.touch, { capture: true, passive: true });
  addEventListener('keydown', app.touch, { capture: true });

  retryLater(app);

  let page = app.place.place.peek().room;
  effect(() => {
    const { room } = app.place.place.value;
    if (room === undefined || room === page) return;
    page = room;
    if (!app.settings.settings.peek().sample) void app.open(room);
  });
}
