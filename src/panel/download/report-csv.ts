import type { Finding, Report } from '../../diagnosis/report.ts';
import { audienceParts } from '../../metrics/audience.ts';
import { isMoneyMetric, metric } from '../../metrics/catalogue.ts';
import { moneyOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import type { Words } from '../design/words.ts';
import { basisNames } from '../diagnosis/basis-names.ts';
import { type CsvCell, csvOf, type Table } from './csv.ts';
import { changeTables, idCell, pinScoreTables, potentialTables } from './outlook-tables.ts';

/**
 * The whole diagnosis as CSV tables: the room, every metric with benchmark and usual range, the
 * steps' potential, factors, products, traffic sources, audience, pins and how they did, changes of
 * the course, and the course over time. Figures are plain
 * numbers in the units of their heads; rates are shares between 0 and 1; times are UTC (ISO 8601).
 */
export function reportCsv(report: Report, session: Session, words: Words): string {
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
export function fileName(session: Session): string {
  const { startedAt, id } = session.room;
  const day =
    startedAt === undefined ? '' : `${new Date(toMs(startedAt)).toISOString().slice(0, 10)}-`;
  return `live-diagnosis-${day}${id}.csv`;
}

function room(report: Report, session: Session, { say }: Words): Table {
  const { id, title, creator, startedAt, endedAt, duration, zone } = session.room;
  return [
    [say('app_name'), ...(report.simulated ? [say('csv_simulated')] : [])],
    [say('csv_room_id'), idCell(id)],
    [say('csv_title'), title],
    [say('csv_creator'), creator?.handle ?? creator?.name],
    [say('csv_started'), iso(startedAt)],
    [say('csv_ended'), iso(endedAt)],
    [say('csv_seconds'), duration],
    [say('csv_zone'), zone?.offset],
    [say('csv_currency'), report.currency],
    [say('csv_basis'), say(basisNames[report.basis])],
    ...feedRows(report, say),
  ];
}

/** Whose the category feed is and what it rests on. */
function feedRows({ feed }: Report, say: Words['say']): Table {
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

function metrics(report: Report, session: Session, { say }: Words): Table {
  const head = [
    say('csv_metric'),
    ...[say('csv_yours'), say('csv_unit'), say('csv_benchmark'), say('csv_basis')],
    ...[
      say('csv_usual_low'),
      say('csv_usual_middle'),
      say('csv_usual_high'),
      say('csv_usual_count'),
    ],
    ...[say('csv_verdict'), say('csv_endpoint'), say('csv_read_at')],
  ];
  const rows = report.comparisons.map(
    ({ metric: id, yours, benchmark, usual, verdict }): CsvCell[] => {
      const origin = session.figures[id]?.origin;
      return [
        say(metric(id).name),
        isMoneyMetric(id) ? (moneyOf(session.figures, id)?.amount ?? yours) : yours,
        metric(id).unit,
        benchmark?.value,
        benchmark === undefined ? undefined : say(basisNames[benchmark.basis]),
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

function factors(findings: readonly Finding[], words: Words): Table {
  const { say } = words;
  const write = (text: Finding['seen']): string | undefined =>
    text === undefined ? undefined : words.write(text);
  return [
    [
      say('csv_factor'),
      say('csv_state'),
      say('csv_money'),
      say('csv_low'),
      say('csv_high'),
      say('csv_seen'),
      say('csv_advice'),
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

function products(session: Session, { say }: Words): Table[] {
  if (session.products === undefined) return [];
  return [
    [
      [
        'id',
        say('performance_column_product'),
        say('metric_gmv_name'),
        say('metric_orders_name'),
        say('metric_productImpressions_name'),
        say('metric_productClicks_name'),
        say('metric_productCtr_name'),
        say('metric_ctor_name'),
        say('performance_stock_left'),
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

function sources(session: Session, { say }: Words): Table[] {
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
        say('performance_column_source'),
        say('metric_impressions_name'),
        say('metric_views_name'),
        say('metric_tapThroughRate_name'),
        say('metric_productCtr_name'),
        say('metric_ctor_name'),
        say('metric_gmv_name'),
      ],
      ...session.sources.flatMap((one) => [
        row(one),
        ...(one.details ?? []).map((detail) => row(detail, one.name)),
      ]),
    ],
  ];
}

function audience(session: Session, { say }: Words): Table[] {
  if (session.audience === undefined) return [];
  return [
    [
      [
        say('csv_metric'),
        say('performance_audience_by'),
        say('csv_part'),
        say('csv_part_of'),
        say('csv_share'),
        say('csv_value'),
      ],
      ...session.audience.flatMap((split) =>
        audienceParts(split).map((part): CsvCell[] => [
          split.of,
          split.by,
          part.isRest ? say('audience_other') : part.name,
          part.within,
          part.share,
          part.money?.amount ?? part.value,
        ]),
      ),
    ],
  ];
}

function pins(session: Session, { say }: Words): Table[] {
  if (session.pins === undefined) return [];
  return [
    [
      [say('performance_timeline_pins'), 'id', say('csv_started'), say('csv_ended')],
      ...session.pins.map((pin): CsvCell[] => [
        pin.productName,
        idCell(pin.product),
        iso(pin.startedAt),
        iso(pin.endedAt),
      ]),
    ],
  ];
}

function violations(session: Session, { say }: Words): Table[] {
  if (session.violations === undefined || session.violations.length === 0) return [];
  return [
    [
      [say('performance_timeline_violations'), say('csv_started'), say('csv_consequence')],
      ...session.violations.map((one): CsvCell[] => [one.reason, iso(one.at), one.consequence]),
    ],
  ];
}

function timeline(session: Session, { say }: Words): Table[] {
  if (session.timeline === undefined) return [];
  const { series } = session.timeline;
  const times = [...new Set<number>(series.flatMap(({ points }) => points.map(([at]) => at)))].sort(
    (a, b) => a - b,
  );
  const columns = series.map(({ points }) => new Map<number, number>(points));
  return [
    [
      [say('performance_timeline_time'), ...series.map((one) => one.metric)],
      ...times.map((at): CsvCell[] => [iso(at), ...columns.map((column) => column.get(at))]),
    ],
  ];
}

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at * 1000).toISOString();
