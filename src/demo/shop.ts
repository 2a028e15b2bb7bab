import type { Session } from '../metrics/session.ts';
import { unixMs } from '../metrics/time.ts';
import { sampleShop } from '../sources/sample/index.ts';

/** What the demo serves: the LIVEs of one shop as they stand at a time, newest first. */
export interface DemoShop {
  /** `at` in unix milliseconds. */
  readonly sessions: (at: number) => readonly Session[];
  /** The picture of a room or product as a data address. */
  readonly picture: (id: string) => string | undefined;
}

/** A running LIVE moves in steps of this length. */
const STEP_MS = 5_000;

/** The sample shop, opened at `now`; the same seed gives the same shop. */
export function demoShop(now: number, seed?: number): DemoShop {
  const opened = sampleShop({ now: unixMs(now), ...(seed === undefined ? {} : { seed }) });
  let step = Number.NaN;
  let sessions: readonly Session[] = [];
  const pictures = new Map<string, string | undefined>([
    ...opened.products.map(({ id, coverUrl }) => [id, coverUrl] as const),
    ...opened.rooms.map(({ session: { room } }) => [room.id, room.coverUrl] as const),
  ]);
  return {
    picture: (id) => pictures.get(id),
    sessions: (at) => {
      const wanted = Math.max(now, Math.floor(at / STEP_MS) * STEP_MS);
      if (wanted !== step) {
        step = wanted;
        sessions = opened.at(unixMs(wanted)).rooms.map((room) => room.session);
      }
      return sessions;
    },
  };
}
