import { metricIds } from '../../../metrics/catalogue.ts';
import type { BenchmarkRoom } from '../../../metrics/category-slice.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { SLICE_FORMAT } from '../../../sources/feed/slice-schema.ts';
import { FEED_VERSION } from '../../../sources/feed/version.ts';
import type { Head, Spread } from '../database.ts';
import { toDigits } from './digits.ts';

/** Quantiles lie at a LIVE's very figure; three digits tell less of it, and more is not known anyway. */
const DIGITS = 3;

/** What all slices of a build share. */
export interface SliceFrame {
  readonly day: string;
  readonly window: number;
  readonly simulated: boolean;
}

/** The text of a slice file. Rooms at the end are dropped where the file would grow too large. */
export function sliceText(
  head: Head,
  spreads: readonly Spread[],
  rooms: readonly BenchmarkRoom[],
  { day, window, simulated }: SliceFrame,
): string {
  const shown = rooms.slice(0, limits.rooms);
  const text = `${JSON.stringify({
    format: SLICE_FORMAT,
    version: FEED_VERSION,
    region: head.region,
    category: head.category,
    day,
    window,
    ...(head.currency === null ? {} : { currency: head.currency }),
    shops: head.shops,
    lives: head.lives,
    metrics: Object.fromEntries(
      metricIds.flatMap((id) =>
        spreads
          .filter(({ metric }) => metric === id)
          .map(({ p10, p25, p50, p75, p90, lives, seconds }) => [
            id,
            {
              p10: toDigits(p10, DIGITS),
              p25: toDigits(p25, DIGITS),
              p50: toDigits(p50, DIGITS),
              p75: toDigits(p75, DIGITS),
              p90: toDigits(p90, DIGITS),
              count: lives,
              hours: Math.round(seconds / 3600),
            },
          ]),
      ),
    ),
    rooms: shown,
    ...(simulated ? { simulated } : {}),
  })}\n`;
  return Buffer.byteLength(text) <= limits.sliceBytes || shown.length === 0
    ? text
    : sliceText(head, spreads, shown.slice(0, -1), { day, window, simulated });
}
