import * as v from 'valibot';
import { basisOf, metricIds } from '../../../metrics/catalogue.ts';
import {
  type BenchmarkRoom,
  type CategorySlice,
  CategorySliceSchema,
  type Distribution,
} from '../../../metrics/feed/category-slice.ts';
import { HOUR_SECONDS } from '../../../metrics/time.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { SLICE_FORMAT } from '../../../sources/feed/slice-schema.ts';
import { changedMetrics, FEED_VERSION } from '../../../sources/feed/version.ts';
import type { FeedSpread, ResultHead } from '../database.ts';
import { toDigits } from './digits.ts';

/** Quantiles lie at a LIVE's very figure; three digits tell less of it, and more is not known anyway. */
const DIGITS = 3;

/** What all slices of a day share. */
export interface SliceFrame {
  readonly day: string;
  readonly window: number;
  readonly simulated: boolean;
}

/** The slice of a region, category and sales basis on a day, of what is large enough to be published. */
export function sliceOf(
  { region, category, basis, currency, shops, lives }: ResultHead,
  spreads: readonly FeedSpread[],
  rooms: readonly BenchmarkRoom[],
  { day, window, simulated }: SliceFrame,
): CategorySlice {
  return v.parse(CategorySliceSchema, {
    region,
    category,
    basis,
    day,
    window,
    ...(currency === null ? {} : { currency }),
    shops,
    lives,
    metrics: Object.fromEntries(spreads.map((spread) => [spread.metric, distributionOf(spread)])),
    rooms,
    ...(simulated ? { simulated } : {}),
  });
}

function distributionOf({ p10, p25, p50, p75, p90, lives, seconds }: FeedSpread): Distribution {
  return {
    p10: toDigits(p10, DIGITS),
    p25: toDigits(p25, DIGITS),
    p50: toDigits(p50, DIGITS),
    p75: toDigits(p75, DIGITS),
    p90: toDigits(p90, DIGITS),
    count: lives,
    hours: Math.round(seconds / HOUR_SECONDS),
  };
}

/** The text of a slice file. Rooms at the end are dropped where the file would grow too large. */
export function sliceText(slice: CategorySlice): string {
  const { region, category, basis, day, window, currency, shops, lives, metrics, simulated } =
    slice;
  const rooms = slice.rooms.slice(0, limits.rooms);
  const inOrder = metricIds.flatMap((id) => (metrics[id] === undefined ? [] : [[id, metrics[id]]]));
  const text = `${JSON.stringify({
    format: SLICE_FORMAT,
    version: FEED_VERSION,
    region,
    category,
    basis,
    day,
    window,
    currency,
    shops,
    lives,
    simulated,
    metrics: Object.fromEntries(inOrder),
    rooms,
  })}\n`;
  return Buffer.byteLength(text) <= limits.sliceBytes || rooms.length === 0
    ? text
    : sliceText({ ...slice, rooms: rooms.slice(0, -1) });
}

/**
 * The same slice as version 1 has it, of attributed money: without the metrics whose meaning changed
 * since, by their old names and their new ones. Undefined of direct money, which version 1 doesn't know.
 */
export function firstVersionText(slice: CategorySlice): string | undefined {
  if (slice.basis !== 'attributed') return undefined;
  const { basis: _, ...second } = v.parse(v.looseObject({ basis: v.string() }), parsed(slice));
  return `${JSON.stringify({ ...second, version: 1 })}\n`;
}

function parsed(slice: CategorySlice): unknown {
  const without = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isOfFirst(name)));
  const rooms = slice.rooms.map((room) => ({
    ...room,
    figures: without(room.figures),
    clips: room.clips.filter(({ metric }) => isOfFirst(metric)),
  }));
  return JSON.parse(sliceText({ ...slice, metrics: without(slice.metrics), rooms }));
}

const isOfFirst = (name: string): boolean =>
  !changedMetrics.includes(name) && name !== 'averageViewDurationPerViewer' && !isDirect(name);

const isDirect = (name: string): boolean =>
  metricIds.some((id) => id === name && basisOf(id) === 'direct');
