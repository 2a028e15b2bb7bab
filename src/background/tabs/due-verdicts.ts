import type { RoomId } from '../../metrics/ids.ts';

/** A page asks for its figures in a burst: so long after the last of them the verdict is worked out. */
export const DUE_QUIET_MS = 1_500;

/** Whoever doesn't answer by then has nothing to say. */
export const DUE_PATIENCE_MS = 20_000;

/** The verdicts that closed tabs are to have worked out. Timed here, so that pages run no clock for it. */
export interface DueVerdicts {
  /** A LIVE's verdict is due: calls back once its figures have been quiet for a while, and once nobody answered. */
  readonly wait: (room: RoomId) => void;
  /** It is due no longer. */
  readonly end: (room: RoomId) => void;
}

/** `begin` is called when the work is to begin anew, `giveUp` when it took too long. */
export function createDueVerdicts(
  begin: (room: RoomId) => void,
  giveUp: (room: RoomId) => void,
): DueVerdicts {
  const timers = new Map<RoomId, ReturnType<typeof setTimeout>>();
  const after = (ms: number, room: RoomId, then: () => void): void => {
    clearTimeout(timers.get(room));
    timers.set(room, setTimeout(then, ms));
  };
  const end = (room: RoomId): void => {
    clearTimeout(timers.get(room));
    timers.delete(room);
  };
  return {
    wait: (room) =>
      after(DUE_QUIET_MS, room, () => {
        after(DUE_PATIENCE_MS, room, () => {
          end(room);
          giveUp(room);
        });
        begin(room);
      }),
    end,
  };
}
