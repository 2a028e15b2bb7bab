import type { RoomId } from '../../metrics/ids.ts';
import { now } from '../../platform/current-time.ts';

/**
 * How long a page that has just arrived at a room, or has just been heard, is given to answer by
 * itself: its own requests come in one burst within about a second of the navigation, and each
 * one heard is one that needn't be sent.
 */
export const QUIET_MS = 2_500;
/** The longest a panel waits for a page that keeps talking. */
export const PATIENCE_MS = 8_000;

/** Which pages are still asking for their own figures. Forgotten with the worker: it only saves requests. */
export interface PageActivity {
  /** A page arrived at the room, or an answer about it was overheard. */
  note(room: RoomId): void;
  /** Resolves when the room has been quiet for a while, at once when nothing was heard lately. */
  whenIdle(room: RoomId): Promise<void>;
}

export interface Clock {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export function createPageActivity(clock: Clock): PageActivity {
  const last = new Map<RoomId, number>();
  return {
    note(room) {
      last.set(room, clock.now());
    },
    async whenIdle(room) {
      const patience = clock.now() + PATIENCE_MS;
      for (;;) {
        const now = clock.now();
        const until = Math.min((last.get(room) ?? Number.NEGATIVE_INFINITY) + QUIET_MS, patience);
        if (until <= now) return;
        await clock.wait(until - now);
      }
    },
  };
}

export const pageActivity: PageActivity = createPageActivity({
  now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
