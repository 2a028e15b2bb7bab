import { computed, effect } from '@preact/signals';
import type { Fault, FaultCode } from '../../metrics/fault.ts';
import { MINUTE_MS, unixMs } from '../../metrics/time.ts';
import type { App } from './app.ts';

/** The first wait after Seller Center asked for fewer requests; each further one is twice as long, up to the last. */
const FIRST_WAIT_MS = MINUTE_MS;
const LAST_WAIT_MS = 16 * MINUTE_MS;
const SECOND_MS = 1_000;

type Tried = Pick<App, 'room' | 'lost' | 'start'>;

/** Why the LIVE in view, or any to show, could not be read. */
const faultOf = ({ room, lost }: Tried): Fault | undefined =>
  room.view.value.id === undefined ? lost.value : room.view.value.fault;

/** Reads again what could not be read: the LIVE in view, else which LIVE there is to show. */
export async function tryAgain(app: Tried): Promise<void> {
  if (app.room.view.peek().id === undefined) await app.start(location.href);
  else await app.room.refresh(true);
}

/** Reads again what failed in this way and no other, since the cause of that is gone. */
export function goOnAfter(code: FaultCode, app: Tried): void {
  if (faultOf(app)?.code === code) void tryAgain(app);
}

/** A connection that is back may carry nothing for a moment: how long after it came reading is tried once more. */
const ONLINE_TRIES_MS = [2_000, 8_000, 30_000];

/**
 * Reads again what failed for want of a connection now that there is one, and a few times more while that
 * fails in the same way. Answers how to stop.
 */
export function goOnOnline(app: Tried): () => void {
  goOnAfter('offline', app);
  const timers = ONLINE_TRIES_MS.map((wait) =>
    setTimeout(() => {
      if (app.room.view.peek().busy === 'no') goOnAfter('offline', app);
    }, wait),
  );
  return () => timers.forEach(clearTimeout);
}

/**
 * Reads again by itself what Seller Center refused for too many requests, later each time, and says in
 * `retryAt` when; only while somebody looks. Answers how to stop.
 */
export function retryLater(app: Tried & Pick<App, 'ports' | 'retryAt'>): () => void {
  const { ports, room, retryAt } = app;
  let wait = FIRST_WAIT_MS;
  const look = (): void => {
    const at = retryAt.peek();
    if (at === undefined || ports.now() < at || document.visibilityState !== 'visible') return;
    retryAt.value = undefined;
    void tryAgain(app);
  };
  const refusal = computed(() => {
    const fault = faultOf(app);
    return fault?.code === 'rate-limited' ? fault : undefined;
  });
  const isRead = computed(() => {
    const { busy, session, fault } = room.view.value;
    return session !== undefined && busy === 'no' && fault === undefined;
  });
  const forgetRead = effect(() => {
    if (isRead.value) wait = FIRST_WAIT_MS;
  });
  const forgetRefusals = effect(() => {
    if (refusal.value === undefined) {
      retryAt.value = undefined;
      return;
    }
    retryAt.value = unixMs(ports.now() + wait);
    wait = Math.min(2 * wait, LAST_WAIT_MS);
    const timer = setInterval(look, SECOND_MS);
    return () => clearInterval(timer);
  });
  return () => {
    forgetRead();
    forgetRefusals();
  };
}
