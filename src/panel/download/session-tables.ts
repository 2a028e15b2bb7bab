import { audienceParts } from '../../metrics/audience.ts';
import { metric, metricIds } from '../../metrics/catalogue.ts';
import type { Session, TrafficSource } from '../../metrics/session.ts';
import { sourceName } from '../../metrics/source-names.ts';
import { unixSeconds } from '../../metrics/time.ts';
import type { I18n } from '../design/i18n.ts';
import {
  asides,
  columns,
  type DataTable,
  idCell,
  instantCell,
  metricCell,
  moneyCell,
  numberCell,
  type TypedCell,
  wordsCell,
} from './cell.ts';

/** What was answered of a LIVE beside its figures: each part that was, and none that was not. */
export const sessionTables = {
  products({ products }: Session, { t }: I18n): DataTable | undefined {
    if (products === undefined) return undefined;
    return {
      id: 'products',
      title: t('performance_products_title'),
      head: [
        ...asides('id'),
        ...columns(
          t('performance_column_product'),
          ...[t('metric_gmv_name'), t('metric_orders_name')],
          ...[t('metric_productImpressions_name'), t('metric_productClicks_name')],
          ...[t('metric_productCtr_name'), t('metric_ctor_name'), t('performance_stock_left')],
        ),
      ],
      rows: products.map((one): TypedCell[] => [
        idCell(one.id),
        wordsCell(one.name),
        moneyCell(one.gmv),
        numberCell('count', one.orders),
        numberCell('count', one.impressions),
        numberCell('count', one.clicks),
        numberCell('share', one.ctr),
        numberCell('share', one.ctor),
        numberCell('count', one.stockLeft),
      ]),
    };
  },

  sources({ sources }: Session, { t }: I18n): DataTable | undefined {
    if (sources === undefined) return undefined;
    const named = (key: string): string => {
      const known = sourceName(key);
      return known === undefined ? key : t(known);
    };
    const row = (one: Omit<TrafficSource, 'details'>, within?: string): TypedCell[] => [
      wordsCell(within === undefined ? named(one.name) : `${named(within)} > ${named(one.name)}`),
      numberCell('count', one.impressions),
      numberCell('count', one.views),
      numberCell('share', one.tapThroughRate),
      numberCell('share', one.productCtr),
      numberCell('share', one.ctor),
      moneyCell(one.gmv),
    ];
    return {
      id: 'sources',
      title: t('performance_sources_title'),
      head: columns(
        t('performance_column_source'),
        ...[t('metric_impressions_name'), t('metric_views_name')],
        ...[t('metric_tapThroughRate_name'), t('metric_productCtr_name')],
        ...[t('metric_ctor_name'), t('metric_gmv_name')],
      ),
      rows: sources.flatMap((one) => [
        row(one),
        ...(one.details ?? []).map((detail) => row(detail, one.name)),
      ]),
    };
  },

  audience({ audience }: Session, { t }: I18n): DataTable | undefined {
    if (audience === undefined) return undefined;
    return {
      id: 'audience',
      title: t('performance_audience_title'),
      head: columns(
        ...[t('csv_metric'), t('performance_audience_by'), t('csv_part'), t('csv_part_of')],
        ...[t('csv_share'), t('csv_value')],
      ),
      rows: audience.flatMap((split) =>
        audienceParts(split).map((part): TypedCell[] => [
          wordsCell(split.of),
          wordsCell(split.by),
          wordsCell(part.isRest ? t('audience_other') : part.name),
          wordsCell(part.within),
          numberCell('share', part.share),
          moneyCell(part.money) ?? numberCell('count', part.value),
        ]),
      ),
    };
  },

  pins({ pins }: Session, { t }: I18n): DataTable | undefined {
    if (pins === undefined) return undefined;
    return {
      id: 'pins',
      title: t('performance_timeline_pins'),
      head: [
        ...columns(t('performance_column_product')),
        ...asides('id'),
        { name: t('csv_started'), of: 'instant' },
        { name: t('csv_ended'), of: 'instant' },
      ],
      rows: pins.map((pin): TypedCell[] => [
        wordsCell(pin.productName),
        idCell(pin.product),
        instantCell(pin.startedAt),
        instantCell(pin.endedAt),
      ]),
    };
  },

  violations({ violations = [] }: Session, { t }: I18n): DataTable | undefined {
    if (violations.length === 0) return undefined;
    return {
      id: 'violations',
      title: t('performance_timeline_violations'),
      head: [
        ...columns(t('performance_timeline_violations')),
        { name: t('csv_started'), of: 'instant' },
        ...columns(t('csv_consequence')),
      ],
      rows: violations.map((one): TypedCell[] => [
        wordsCell(one.reason),
        instantCell(one.at),
        wordsCell(one.consequence),
      ]),
    };
  },

  /** A row for each interval in which any series has a value. */
  timeline({ timeline }: Session, { t }: I18n): DataTable | undefined {
    if (timeline === undefined) return undefined;
    const { series } = timeline;
    const times = [
      ...new Set<number>(series.flatMap(({ points }) => points.map(([at]) => at))),
    ].sort((a, b) => a - b);
    const values = series.map(({ points }) => new Map<number, number>(points));
    // A file may hold a series that only a newer version knows.
    const known = series.map((one) => metricIds.find((id) => id === one.metric));
    const name = (of: string, place: number): string => {
      const id = known[place];
      if (id !== undefined) return t(metric(id).name);
      return of === 'concurrentViewers' ? t('performance_timeline_viewers') : of;
    };
    const cell = (place: number, at: number): TypedCell => {
      const id = known[place];
      const value = values[place]?.get(at);
      return id === undefined
        ? numberCell('decimal', value)
        : metricCell(id, value, series[place]?.currency);
    };
    return {
      id: 'timeline',
      title: t('csv_sheet_timeline'),
      head: [
        { name: t('performance_timeline_time'), of: 'instant' },
        ...columns(...series.map((one, place) => name(one.metric, place))),
      ],
      rows: times.map((at): TypedCell[] => [
        instantCell(unixSeconds(at)),
        ...series.map((_, place) => cell(place, at)),
      ]),
    };
  },
};
