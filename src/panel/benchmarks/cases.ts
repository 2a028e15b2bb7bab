import { quantile } from '../../diagnosis/statistics/quantile.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId, RoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** The key factors by which benchmark LIVEs are found, each with the metric that shows it. */
export const keyFactors = [
  { id: 'gmv', metric: 'gmvPerHour', name: 'metric_gmvPerHour_name' },
  { id: 'reach', metric: 'impressionsPerHour', name: 'metric_impressionsPerHour_name' },
  { id: 'tap-through', metric: 'tapThroughRate', name: 'metric_tapThroughRate_name' },
  {
    id: 'product-exposure',
    metric: 'productImpressionsPerView',
    name: 'metric_productImpressionsPerView_name',
  },
  { id: 'product-click', metric: 'liveCtr', name: 'metric_liveCtr_name' },
  { id: 'click-to-order', metric: 'ctor', name: 'metric_ctor_name' },
  { id: 'basket', metric: 'aov', name: 'metric_aov_name' },
  { id: 'comments', metric: 'commentRate', name: 'metric_commentRate_name' },
  { id: 'likes', metric: 'likeRate', name: 'metric_likeRate_name' },
  { id: 'shares', metric: 'shareRate', name: 'metric_shareRate_name' },
  { id: 'follows', metric: 'followRate', name: 'metric_followRate_name' },
] as const satisfies readonly { id: string; metric: MetricId; name: MessageKey }[];

export type KeyFactor = (typeof keyFactors)[number];

/** What the seller asked for; `least` figures are per hour, 0 for any. */
export interface Wanted {
  readonly factor: KeyFactor;
  readonly leastImpressions: number;
  readonly leastGmv: number;
}

/** Two lines to choose from in each range: the middle of the seller's own LIVEs and the top quarter. */
export function linesOf(records: readonly RoomRecord[], metric: MetricId): readonly number[] {
  const values = records
    .map(({ figures }) => numberOf(figures, metric))
    .filter((value) => value !== undefined);
  if (values.length < 4) return [];
  return [quantile(values, 0.5), quantile(values, 0.75)].filter((value) => value !== undefined);
}

/** LIVEs that may serve as a benchmark for `room`: ended, fetched, same currency, and of its category where that is known. */
export function candidates(
  records: readonly RoomRecord[],
  room: RoomId,
  category: CategoryId | undefined,
  categoryOf: (record: RoomRecord) => CategoryId | undefined,
): readonly RoomRecord[] {
  const here = records.find(({ id }) => id === room);
  return records.filter(
    (record) =>
      record.id !== room &&
      record.room.status !== 'live' &&
      record.fetchedAt !== undefined &&
      numberOf(record.figures, 'gmvPerHour') !== undefined &&
      (here?.currency === undefined || record.currency === here.currency) &&
      (category === undefined || categoryOf(record) === category),
  );
}

/** The LIVEs that show the wanted factor best, best first; those that don't report it are left out. */
export function bestCases(records: readonly RoomRecord[], wanted: Wanted): readonly RoomRecord[] {
  const level = (record: RoomRecord): number | undefined =>
    numberOf(record.figures, wanted.factor.metric);
  return records
    .filter(
      ({ figures }) =>
        (numberOf(figures, 'impressionsPerHour') ?? 0) >= wanted.leastImpressions &&
        (numberOf(figures, 'gmvPerHour') ?? 0) >= wanted.leastGmv,
    )
    .filter((record) => level(record) !== undefined)
    .sort((a, b) => (level(b) ?? 0) - (level(a) ?? 0));
}
