import type { Finding, Report } from '../../diagnosis/report.ts';
import { audienceParts } from '../../metrics/audience.ts';
import { isMoneyMetric, metric } from '../../metrics/catalogue.ts';
import { moneyOf } from '../../metrics/figure.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import type { I18n } from '../design/i18n.ts';
import { basisNames } from '../diagnosis/basis-names.ts';
import { type CsvCell, csvOf, type Table } from './csv.ts';
import { changeTables, idCell, pinScoreTables, potentialTables } from './outlook-tables.ts';

/**
 * The whole diagnosis as CSV tables: the room, every metric with benchmark and usual range, the
 * steps' potential, factors, products, traffic sources, audience, pins and how they did, changes of
 * the course, and the course over time. Figures are plain
 * numbers in the units of their heads; rates are shares between 0 and 1; times are UTC (ISO 8601).
 */
export function reportCsv(report: Report, session: Session, words: I18n): string {
  return csvOf([
    room(report, session, words),
    metrics(report, session, words),
    ...potentialTables(report, words),
    factors(report.findings, words),
    ...products(session, words),
    ...sources(session, words),
    ...audience(session, words),
    ...pins(session, words),
    ...pinScoreTables(report, words),
    ...violations(session, words),
    ...changeTables(report, words),
    ...timeline(session, words),
  ]);
}

/** A file name that sorts by time and says which LIVE it is. */
export function fileName(session: Session, kind: 'csv' | 'png'): string {
  const { startedAt, id } = session.room;
  const day =
    startedAt === undefined ? '' : `${new Date(toMs(startedAt)).toISOString().slice(0, 10)}-`;
  return `live-diagnosis-${day}${id}.${kind}`;
}

function room(report: Report, session: Session, { t }: I18n): Table {
  const { id, title, creator, startedAt, endedAt, duration, zone } = session.room;
  return [
    [t('app_name'), ...(report.simulated ? [t('csv_simulated')] : [])],
    [t('csv_room_id'), isNameless(id) ? undefined : idCell(id)],
    [t('csv_title'), title],
    [t('csv_creator'), creator?.handle ?? creator?.name],
    [t('csv_started'), iso(startedAt)],
    [t('csv_ended'), iso(endedAt)],
    [t('csv_seconds'), duration],
    [t('csv_zone'), zone?.offset],
    [t('csv_currency'), report.currency],
    [t('csv_basis'), t(basisNames[report.basis])],
    ...feedRows(report, t),
  ];
}

/** Whose the category feed is and what it rests on. */
function feedRows({ feed }: Report, say: I18n['t']): Table {
  if (feed === undefined) return [];
  return [
    [say('csv_feed'), feed.name, ...(feed.simulated ? [say('csv_simulated')] : [])],
    [say('csv_feed_region'), feed.region],
    [say('csv_feed_day'), feed.day],
    [say('csv_feed_window'), feed.window],
    [say('csv_feed_lives'), feed.lives],
    [say('csv_feed_shops'), feed.shops],
  ];
}

function metrics(report: Report, session: Session, { t }: I18n): Table {
  const head = [
    t('csv_metric'),
    ...[t('csv_yours'), t('csv_unit'), t('csv_benchmark'), t('csv_basis')],
    ...[t('csv_usual_low'), t('csv_usual_middle'), t('csv_usual_high'), t('csv_usual_count')],
    ...[t('csv_verdict'), t('csv_endpoint'), t('csv_read_at')],
  ];
  const rows = report.comparisons.map(
    ({ metric: id, yours, benchmark, usual, verdict }): CsvCell[] => {
      const origin = session.figures[id]?.origin;
      return [
        t(metric(id).name),
        isMoneyMetric(id) ? (moneyOf(session.figures, id)?.amount ?? yours) : yours,
        metric(id).unit,
        benchmark?.value,
        benchmark === undefined ? undefined : t(basisNames[benchmark.basis]),
        usual?.p25,
        usual?.p50,
        usual?.p75,
        usual?.n,
        typeof verdict === 'string' ? verdict : verdict.none,
        origin?.endpoint,
        origin === undefined ? undefined : new Date(origin.at).toISOString(),
      ];
    },
  );
  return [head, ...rows];
}

function factors(findings: readonly Finding[], words: I18n): Table {
  const { t } = words;
  const write = (text: Finding['seen']): string | undefined =>
    text === undefined ? undefined : words.write(text);
  return [
    [
      t('csv_factor'),
      t('csv_state'),
      t('csv_money'),
      t('csv_low'),
      t('csv_high'),
      t('csv_seen'),
      t('csv_advice'),
    ],
    ...findings.map((finding): CsvCell[] => [
      words.write(finding.title),
      finding.state,
      finding.money?.value,
      finding.money?.low,
      finding.money?.high,
      write(finding.seen ?? finding.needs),
      write(finding.advice),
    ]),
  ];
}

function products(session: Session, { t }: I18n): Table[] {
  if (session.products === undefined) return [];
  return [
    [
      [
        'id',
        t('performance_column_product'),
        t('metric_gmv_name'),
        t('metric_orders_name'),
        t('metric_productImpressions_name'),
        t('metric_productClicks_name'),
        t('metric_productCtr_name'),
        t('metric_ctor_name'),
        t('performance_stock_left'),
      ],
      ...session.products.map((one): CsvCell[] => [
        idCell(one.id),
        one.name,
        one.gmv?.amount,
        one.orders,
        one.impressions,
        one.clicks,
        one.ctr,
        one.ctor,
        one.stockLeft,
      ]),
    ],
  ];
}

function sources(session: Session, { t }: I18n): Table[] {
  if (session.sources === undefined) return [];
  const row = (
    one: Omit<NonNullable<Session['sources']>[number], 'details'>,
    parent?: string,
  ): CsvCell[] => [
    parent === undefined ? one.name : `${parent} > ${one.name}`,
    ...[one.impressions, one.views, one.tapThroughRate, one.productCtr, one.ctor, one.gmv?.amount],
  ];
  return [
    [
      [
        t('performance_column_source'),
        t('metric_impressions_name'),
        t('metric_views_name'),
        t('metric_tapThroughRate_name'),
        t('metric_productCtr_name'),
        t('metric_ctor_name'),
        t('metric_gmv_name'),
      ],
      ...session.sources.flatMap((one) => [
        row(one),
        ...(one.details ?? []).map((detail) => row(detail, one.name)),
      ]),
    ],
  ];
}

function audience(session: Session, { t }: I18n): Table[] {
  if (session.audience === undefined) return [];
  return [
    [
      [
        t('csv_metric'),
        t('performance_audience_by'),
        t('csv_part'),
        t('csv_part_of'),
        t('csv_share'),
        t('csv_value'),
      ],
      ...session.audience.flatMap((split) =>
        audienceParts(split).map((part): CsvCell[] => [
          split.of,
          split.by,
          part.isRest ? t('audience_other') : part.name,
          part.within,
          part.share,
          part.money?.amount ?? part.value,
        ]),
      ),
    ],
  ];
}

function pins(session: Session, { t }: I18n): Table[] {
  if (session.pins === undefined) return [];
  return [
    [
      [t('performance_timeline_pins'), 'id', t('csv_started'), t('csv_ended')],
      ...session.pins.map((pin): CsvCell[] => [
        pin.productName,
        idCell(pin.product),
        iso(pin.startedAt),
        iso(pin.endedAt),
      ]),
    ],
  ];
}

function violations(session: Session, { t }: I18n): Table[] {
  if (session.violations === undefined || session.violations.length === 0) return [];
  return [
    [
      [t('performance_timeline_violations'), t('csv_started'), t('csv_consequence')],
      ...session.violations.map((one): CsvCell[] => [one.reason, iso(one.at), one.consequence]),
    ],
  ];
}

function timeline(session: Session, { t }: I18n): Table[] {
  if (session.timeline === undefined) return [];
  const { series } = session.timeline;
  const times = [...new Set<number>(series.flatMap(({ points }) => points.map(([at]) => at)))].sort(
    (a, b) => a - b,
  );
  const columns = series.map(({ points }) => new Map<number, number>(points));
  return [
    [
      [t('performance_timeline_time'), ...series.map((one) => one.metric)],
      ...times.map((at): CsvCell[] => [iso(at), ...columns.map((column) => column.get(at))]),
    ],
  ];
}

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at * 1000).toISOString();
