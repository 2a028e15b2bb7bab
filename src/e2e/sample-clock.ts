import { DAY_MS, seconds, unixMs, type Zone } from '../metrics/time.ts';
import { wallTime } from '../metrics/zone.ts';

/** The zone whose clock the sample shop goes by. */
export const sampleZone: Zone = { offset: seconds(0), name: 'America/Los_Angeles' };

/** The date that the sample shop's clock shows in so many days ("2026-11-27"). */
export const sampleDate = (days: number): string =>
  wallTime(unixMs(Date.now() + days * DAY_MS), sampleZone).slice(0, 10);
