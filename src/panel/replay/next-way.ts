import type { Fault } from '../../metrics/fault.ts';
import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import { isOfAddress, isRefused, mostTelling, type PlayTrouble } from './trouble.ts';
import type { Attached, DeckPorts, Way } from './way.ts';

/** What plays a recording in one way after the other. */
interface Ways {
  /** Begins with the surest way. */
  readonly start: () => void;
  readonly stop: () => void;
  /** What plays now does so no more: the next way goes on. */
  readonly fail: (why: PlayTrouble) => void;
  /** Hears where playing is, in seconds. */
  readonly played: (at: number) => void;
  /** See `Attached`. */
  readonly received: () => number;
}

/** What played for so long, in seconds, was no failure: every way is open again. */
const PLAYED = 10;
/** And an address that lasted for so long may be asked for anew. */
const LASTED = 60;
/** Time that moves further at once was sought and not played. */
const SOUGHT = 1;

/**
 * Plays a recording in the ways that there are, one after the other, and asks once where it is to be had now
 * when none does. `begin` is called when a way begins, `end` when all have failed.
 */
export function createWays({
  url,
  ports,
  video,
  waysOf,
  begin,
  learn,
  end,
}: {
  url: string | undefined;
  ports: DeckPorts;
  /** Where it is played; undefined while that isn't on the page. */
  video: () => HTMLVideoElement | undefined;
  waysOf: (video: HTMLVideoElement, url: string) => readonly Way[];
  begin: () => void;
  learn: (course: RecordingCourse) => void;
  end: (why: PlayTrouble) => void;
}): Ways {
  let address = url;
  let left: readonly Way[] = [];
  let attached: Attached | undefined;
  let troubles: PlayTrouble[] = [];
  /** Counts what was attached: what is said of an earlier one is past. */
  let turn = 0;
  let renewed = false;
  let refusal: Fault | undefined;
  /** Where playing was last, and for how long it went on since it was attached, and since it was renewed. */
  let last = 0;
  let played = 0;
  let lasted = 0;

  const stop = (): void => {
    turn += 1;
    attached?.detach();
    attached = undefined;
  };

  const next = (): void => {
    const element = video();
    const [way, ...rest] = left;
    stop();
    if (element === undefined || address === undefined) return;
    if (way === undefined) return void giveUp();
    left = rest;
    played = 0;
    begin();
    const mine = turn;
    attached = way({
      video: element,
      url: address,
      fail: (why) => {
        if (mine === turn) fail(why);
      },
      learn: (course) => {
        if (mine === turn) learn(course);
      },
    });
  };

  const start = (): void => {
    const element = video();
    if (element === undefined || address === undefined) return;
    left = waysOf(element, address);
    troubles = [];
    next();
  };

  const fail = (why: PlayTrouble): void => {
    troubles.push(why);
    // What the host refuses to one player that it has served, it refuses to the others.
    if (isRefused(why) && (attached?.received?.() ?? 0) > 0) left = [];
    if (isRefused(why) && ports.renew !== undefined && !renewed) return void giveUp();
    next();
  };

  const giveUp = async (): Promise<void> => {
    const why = mostTelling(troubles);
    stop();
    const mine = turn;
    if (ports.renew !== undefined && !renewed && isOfAddress(why)) {
      renewed = true;
      lasted = 0;
      begin();
      const reply = await ports.renew();
      if (mine !== turn) return;
      if (reply.ok && reply.value !== undefined && reply.value !== address) {
        address = reply.value;
        start();
        return;
      }
      refusal = !reply.ok && isRefused(why) ? reply.fault : undefined;
      if (left.length > 0) return next();
    }
    const explained = await ports.explain(why);
    if (mine !== turn) return;
    end(refusal !== undefined && isRefused(explained) ? { ...explained, refusal } : explained);
  };

  return {
    start: () => {
      renewed = false;
      refusal = undefined;
      start();
    },
    stop,
    fail,
    played: (at) => {
      const moved = at - last;
      last = at;
      if (moved <= 0 || moved > SOUGHT) return;
      played += moved;
      lasted += moved;
      const element = video();
      if (played < PLAYED || element === undefined || address === undefined) return;
      troubles = [];
      left = waysOf(element, address);
      if (lasted >= LASTED) renewed = false;
    },
    received: () => attached?.received?.() ?? 0,
  };
}
