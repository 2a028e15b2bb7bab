import type { PinCard, Score } from '../../diagnosis/course/pin-scorecards.ts';
import type { Estimate, Report } from '../../diagnosis/report.ts';
import { targetName } from '../../diagnosis/text/target-name.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { I18n } from '../design/i18n.ts';
import {
  amountCell,
  asides,
  columns,
  type DataTable,
  idCell,
  instantCell,
  metricCell,
  numberCell,
  type TypedCell,
  wordsCell,
} from './cell.ts';

/**
 * What each step could bring, first to change first: its likely level, target, money per hour with
 * the 90 % interval and probabilities from 0 to 1. None without a potential.
 */
export function stepsTable(
  { potential, currency }: Report,
  { t, write }: I18n,
): DataTable | undefined {
  if (potential === undefined) return undefined;
  const bounds = [t('csv_low'), t('csv_high')];
  return {
    id: 'steps',
    title: t('csv_sheet_steps'),
    head: [
      ...columns(t('csv_step')),
      ...asides(t('csv_unit')),
      ...columns(t('csv_step_now'), ...bounds),
      ...columns(t('csv_target'), t('csv_target_of')),
      ...columns(t('csv_attain'), ...bounds),
      ...columns(t('csv_sureness'), t('csv_top_chance')),
      ...asides(t('csv_verdict')),
    ],
    rows: potential.steps.map(({ now, target, attain, ...step }): TypedCell[] => [
      wordsCell(t(metric(step.metric).name)),
      wordsCell(metric(step.metric).unit),
      ...range(now, (value) => metricCell(step.metric, value, currency)),
      metricCell(step.metric, target?.value, currency),
      target &&
        wordsCell(write({ key: 'factor_shared_cell', values: { value: targetName(target) } })),
      ...range(attain, (value) => amountCell(value, currency)),
      numberCell('share', step.sureness),
      numberCell('share', step.topChance),
      wordsCell(step.verdict),
    ]),
  };
}

/** What all steps worth changing are worth per hour together. */
export function togetherTable({ potential, currency }: Report, { t }: I18n): DataTable | undefined {
  if (potential === undefined) return undefined;
  return {
    id: 'together',
    title: t('csv_sheet_together'),
    head: columns(t('csv_joint'), t('csv_low'), t('csv_high'), t('csv_healthy')),
    rows: [
      [
        ...range(potential.joint, (value) => amountCell(value, currency)),
        numberCell('share', potential.healthy),
      ],
    ],
  };
}

/** Each series that changed for a quarter of an hour or more: levels per hour (viewers at a time), money, and what was recorded shortly before. */
export function changesTable(
  { timeline, currency }: Report,
  { t, write }: I18n,
): DataTable | undefined {
  const { changes } = timeline;
  if (changes.state === 'untold' || changes.value.length === 0) return undefined;
  const bounds = [t('csv_low'), t('csv_high')];
  const level = (value: number | undefined): TypedCell => numberCell('count', value);
  return {
    id: 'changes',
    title: t('panel_changes'),
    head: [
      { name: t('csv_change'), of: 'instant' },
      { name: t('csv_until'), of: 'instant' },
      ...columns(
        ...[t('csv_direction'), t('csv_series')],
        ...[t('csv_before'), ...bounds, t('csv_after'), ...bounds],
        ...[t('csv_change_money'), ...bounds, t('csv_happened')],
      ),
    ],
    rows: changes.value.flatMap(({ shifts, direction, money, happened }) =>
      shifts.map(({ series, at, until, before, after }): TypedCell[] => [
        ...[instantCell(at), instantCell(until), wordsCell(direction), wordsCell(series)],
        ...range(before, level),
        ...range(after, level),
        ...range(money?.rests === series ? money.total : undefined, (value) =>
          amountCell(value, currency),
        ),
        wordsCell(happened.map(({ text }) => write(text)).join('; ')),
      ]),
    ),
  };
}

/** How each pinned product did, then each of its pins: product clicks per minute against the rest of the LIVE. */
export function pinResultsTable(
  { timeline, currency }: Report,
  { t }: I18n,
): DataTable | undefined {
  const { pins } = timeline;
  if (pins.state === 'untold' || pins.value.products.length === 0) return undefined;
  const cards = pins.value;
  const clicked: MetricId = 'productClicks';
  const score = ({ pinned, measured, lifts, verdict }: Score): TypedCell[] => {
    const clicks = lifts.find((lift) => lift.metric === clicked);
    return [
      numberCell('seconds', pinned),
      numberCell('seconds', measured),
      numberCell('decimal', clicks?.perMinute),
      numberCell('decimal', clicks?.elsewhere),
      ...range(clicks?.lift, (value) => numberCell('decimal', value)),
      wordsCell(verdict),
    ];
  };
  const pin = (card: PinCard): TypedCell[] => [
    ...[wordsCell(card.name), idCell(card.product)],
    ...[instantCell(card.from), instantCell(card.to)],
    ...score(card),
  ];
  return {
    id: 'pinResults',
    title: t('panel_pins'),
    head: [
      ...columns(t('performance_column_product')),
      ...asides('id'),
      { name: t('csv_started'), of: 'instant' },
      { name: t('csv_ended'), of: 'instant' },
      { name: t('csv_pinned'), of: 'seconds' },
      { name: t('csv_measured'), of: 'seconds' },
      ...columns(
        ...[t('csv_clicks_pinned'), t('csv_clicks_rest')],
        ...[t('csv_lift'), t('csv_low'), t('csv_high')],
      ),
      ...asides(t('csv_verdict')),
      ...columns(t('panel_pins_gmv'), t('metric_productCtr_name')),
    ],
    rows: cards.products.flatMap((card): TypedCell[][] => [
      [
        ...[wordsCell(card.name), idCell(card.product), undefined, undefined],
        ...score(card),
        amountCell(card.gmvPerPinnedMinute, currency),
        numberCell('share', card.ctr),
      ],
      ...cards.pins.filter(({ product }) => product === card.product).map(pin),
    ]),
  };
}

/** An estimate as three cells: its value and the ends of its 90 % interval. */
function range(
  estimate: Estimate | undefined,
  cell: (value: number | undefined) => TypedCell,
): TypedCell[] {
  return [cell(estimate?.value), cell(estimate?.low), cell(estimate?.high)];
}
