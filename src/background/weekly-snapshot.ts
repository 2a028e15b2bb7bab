import { listSnapshots } from '../archive/snapshots/database.ts';
import { DAY_MS } from '../metrics/time.ts';
import { now } from '../platform/current-time.ts';
import { archives } from './archives.ts';

const WEEK_MS = 7 * DAY_MS;

/**
 * Copies the seller's archive where nothing says how it stood within the last week. Without room for a
 * copy none is made; the next round tries again.
 */
export async function keepWeeklySnapshot(): Promise<void> {
  const at = now();
  const own = (await listSnapshots()).filter(({ which }) => which === 'shop');
  // When a file was made says nothing of the archive here, but that it was seen to say the same does. What was
  // taken before the clock was set back says nothing of the last week.
  const seen = own
    .flatMap(({ reason, takenAt, sameAt }) => sameAt ?? (reason === 'file' ? [] : takenAt))
    .filter((time) => time <= at);
  if (at - Math.max(0, ...seen) < WEEK_MS) return;
  const copied = await archives.copy('shop', 'week');
  if (!copied.ok) console.warn('The weekly snapshot was not taken:', copied.fault.code);
}
