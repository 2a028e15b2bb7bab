import * as v from 'valibot';
import { isMoneyMetric, type MetricId } from '../../metrics/catalogue.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type {
  BenchmarkRoom,
  CategorySlice,
  Day,
  Distribution,
  Region,
} from '../../metrics/feed/category-slice.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { SalesBasis } from '../../metrics/metric.ts';
import { MetricIdSchema } from '../../metrics/metric-id.ts';
import { DAY_SECONDS, type UnixMs } from '../../metrics/time.ts';
import { limits } from './limits.ts';
import { isPlausible } from './plausible.ts';
import { readFile } from './read.ts';
import { type AnySlice, AnySliceSchema, SLICE_FORMAT } from './slice-schema.ts';
import { isInFuture } from './values.ts';
import { changedMetrics, FEED_VERSION } from './version.ts';

/** The slice that was asked for; a file that holds another is refused. */
export interface WantedSlice {
  readonly region: Region;
  readonly category: CategoryId;
  /** Attributed where nothing else is said. */
  readonly basis?: SalesBasis | undefined;
  readonly day?: Day;
}

/**
 * Reads a slice file. Unknown fields are ignored and metrics that this build doesn't know are left
 * out, so that later additions can be read; one figure that can't be refuses the whole file, since
 * its neighbours come from the same hand.
 *
 * @param text as it came from the feed; the client stops downloading at `limits.sliceBytes`
 * @param now by which times in the future are refused
 */
export function readSlice(text: string, wanted: WantedSlice, now: UnixMs): Result<CategorySlice> {
  const read = readFile(text, {
    format: SLICE_FORMAT,
    most: limits.sliceBytes,
    schema: AnySliceSchema,
  });
  if (!read.ok) return read;
  const { format: _, version, metrics, rooms, ...head } = read.value;
  if (!isWanted(read.value, wanted)) return failed(fault('feed-wrong-slice'));
  if (hasNamelessMoney(read.value)) return failed(fault('feed-malformed', 'currency'));
  const wrong = absurdity(read.value, now);
  if (wrong !== undefined) return failed(fault('feed-absurd', wrong));
  const slice: CategorySlice = {
    ...head,
    basis: basisOf(read.value),
    metrics: known(metrics),
    rooms: rooms.map(roomOf),
  };
  return ok(version === FEED_VERSION ? slice : withoutChanged(slice));
}

const basisOf = (slice: AnySlice): SalesBasis =>
  slice.version === FEED_VERSION ? slice.basis : 'attributed';

/** A slice of version 1 without the metrics that meant something else then, each with that reason. */
function withoutChanged({ metrics, rooms, ...slice }: CategorySlice): CategorySlice {
  const names = Object.keys(metrics).filter((name) => changedMetrics.includes(name));
  const without = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !changedMetrics.includes(name)));
  return {
    ...slice,
    metrics: without(metrics),
    rooms: rooms.map((room) => ({
      ...room,
      figures: without(room.figures),
      clips: room.clips.filter(({ metric }) => !changedMetrics.includes(metric)),
    })),
    ...(names.length === 0
      ? {}
      : { leftOut: Object.fromEntries(names.map((name) => [name, 'older-meaning'] as const)) }),
  };
}

function isWanted(slice: AnySlice, wanted: WantedSlice): boolean {
  const { region, category, day } = slice;
  return (
    region === wanted.region &&
    category === wanted.category &&
    basisOf(slice) === (wanted.basis ?? 'attributed') &&
    (wanted.day === undefined || day === wanted.day)
  );
}

/** Amounts are nothing without their currency. */
function hasNamelessMoney({ currency, metrics, rooms }: AnySlice): boolean {
  const isMoney = (name: string): boolean => {
    const id = metricNamed(name);
    return id !== undefined && isMoneyMetric(id);
  };
  const nameless = (of: string | undefined, values: object): boolean =>
    of === undefined && Object.keys(values).some(isMoney);
  return nameless(currency, metrics) || rooms.some((room) => nameless(room.currency, room.figures));
}

/** Where a figure lies that can't be; undefined when all can. */
function absurdity({ day, window, metrics, rooms }: AnySlice, now: UnixMs): string | undefined {
  const start = Date.parse(day) / 1000;
  if (isInFuture(start, now)) return 'day';
  const metric = Object.entries(metrics).find(([id, spread]) => !canBe(id, spread));
  if (metric !== undefined) return `metrics.${metric[0]}`;
  const ids = new Set(rooms.map(({ room }) => room));
  if (ids.size < rooms.length) return 'rooms: one named twice';
  for (const { room, startedAt, figures, clips } of rooms) {
    const days = (start + DAY_SECONDS - startedAt) / DAY_SECONDS;
    if (days <= 0 || days > window) return `rooms.${room}.startedAt`;
    if (!Object.entries(figures).every(([id, value]) => isAllowed(id, value)))
      return `rooms.${room}.figures`;
    if (!clips.every(({ metric: id, level }) => level === undefined || isAllowed(id, level)))
      return `rooms.${room}.clips`;
  }
  return undefined;
}

function canBe(id: string, { p10, p90 }: Distribution): boolean {
  return isAllowed(id, p10) && isAllowed(id, p90);
}

/** What this build doesn't know it can't judge; it is left out. */
function isAllowed(name: string, value: number): boolean {
  const id = metricNamed(name);
  return id === undefined || isPlausible(id, value);
}

function metricNamed(name: string): MetricId | undefined {
  const read = v.safeParse(MetricIdSchema, name);
  return read.success ? read.output : undefined;
}

function known<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => metricNamed(name) !== undefined),
  );
}

function roomOf({
  creator,
  title,
  figures,
  clips,
  ...rest
}: AnySlice['rooms'][number]): BenchmarkRoom {
  return {
    ...rest,
    ...(creator ? { creator } : {}),
    ...(title ? { title } : {}),
    figures: known(figures),
    clips: clips.flatMap((clip) => {
      const metric = metricNamed(clip.metric);
      return metric === undefined ? [] : [{ ...clip, metric }];
    }),
  };
}
