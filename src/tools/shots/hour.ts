import { phaseOf } from '../../metrics/live/phase.ts';
import { HOUR_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import { readersZone, wallTime } from '../../metrics/zone.ts';
import { sampleShop } from '../../sources/sample/index.ts';

/** The sample shop never rests for so long. */
const MOST_HOURS = 96;

/**
 * The latest hour in which the sample shop has a LIVE whose figures aren't final yet, as `--day` takes it;
 * undefined where now is one. At some hours of some days the last LIVE has just become final and the one
 * that runs hasn't ended.
 */
export function hourOfEveryPhase(now: UnixMs): string | undefined {
  for (let back = 0; back < MOST_HOURS; back += 1) {
    const at = unixMs(now - back * HOUR_MS);
    const { rooms } = sampleShop({ now: at, replays: 'demo' });
    if (!rooms.some(({ session: { room } }) => phaseOf(room, at, at).name === 'provisional'))
      continue;
    return back === 0 ? undefined : wallTime(at, readersZone(at));
  }
  throw new Error('The sample shop has no LIVE whose figures are provisional.');
}
