import { type UnixMs, unixMs } from '../metrics/time.ts';

/**
 * The time of day. The product reads it here and nowhere else, and the build keeps this file apart, so
 * that tests can set the day by changing one file of the extension that ships.
 */
export const now = (): UnixMs => unixMs(Date.now());
