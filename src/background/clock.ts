import { type UnixMs, unixMs } from '../metrics/time.ts';

/** The time of day, for everything in the worker. */
export const now = (): UnixMs => unixMs(Date.now());
