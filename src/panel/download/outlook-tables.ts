import type { PinCard, Score } from '../../diagnosis/course/pin-scorecards.ts';
import type { Report } from '../../diagnosis/report.ts';
import { targetName } from '../../diagnosis/text/target-name.ts';
import { metric } from '../../metrics/catalogue.ts';
import { toMs, type UnixSeconds } from '../../metrics/time.ts';
import type { I18n } from '../design/i18n.ts';
import type { CsvCell, Table } from './csv.ts';

/**
 * What each step could bring, first to change first: its likely level, target, money per hour with
 * the 90 % interval and probabilities from 0 to 1; then the joint money. None without a potential.
 */
export function potentialTables({ potential }: Report, { t, write }: I18n): Table[] {
  if (potential === undefined) return [];
  const bounds = [t('csv_low'), t('csv_high')];
  const { joint } = potential;
  return [
    [
      [
        t('csv_step'),
        t('csv_unit'),
        ...[t('csv_step_now'), ...bounds],
        ...[t('csv_target'), t('csv_target_of')],
        ...[t('csv_attain'), ...bounds],
        ...[t('csv_sureness'), t('csv_top_chance'), t('csv_verdict')],
      ],
      ...potential.steps.map(({ now, target, attain, ...step }): CsvCell[] => [
        t(metric(step.metric).name),
        metric(step.metric).unit,
        ...[now.value, now.low, now.high],
        target?.value,
        target === undefined
          ? undefined
          : write({ key: 'factor_shared_cell', values: { value: targetName(target) } }),
        ...[attain?.value, attain?.low, attain?.high],
        ...[step.sureness, step.topChance, step.verdict],
      ]),
    ],
    [
      [t('csv_joint'), ...bounds, t('csv_healthy')],
      [joint?.value, joint?.low, joint?.high, potential.healthy],
    ],
  ];
}

/** Each series that changed for a quarter of an hour or more: levels per hour (viewers at a time), money, and what was recorded shortly before. */
export function changeTables({ timeline }: Report, { t, write }: I18n): Table[] {
  const { changes } = timeline;
  if (changes.state === 'untold' || changes.value.length === 0) return [];
  const bounds = [t('csv_low'), t('csv_high')];
  return [
    [
      [
        ...[t('csv_change'), t('csv_until'), t('csv_direction'), t('csv_series')],
        ...[t('csv_before'), ...bounds, t('csv_after'), ...bounds],
        ...[t('csv_change_money'), ...bounds, t('csv_happened')],
      ],
      ...changes.value.flatMap(({ shifts, direction, money, happened }) =>
        shifts.map(({ series, at, until, before, after }): CsvCell[] => {
          const worth = money?.rests === series ? money.total : undefined;
          return [
            ...[iso(at), iso(until), direction, series],
            ...[before.value, before.low, before.high, after.value, after.low, after.high],
            ...[worth?.value, worth?.low, worth?.high],
            happened.map(({ text }) => write(text)).join('; '),
          ];
        }),
      ),
    ],
  ];
}

/** How each pinned product did, then each of its pins: product clicks per minute against the rest of the LIVE. */
export function pinScoreTables({ timeline }: Report, { t }: I18n): Table[] {
  const { pins } = timeline;
  if (pins.state === 'untold' || pins.value.products.length === 0) return [];
  const cards = pins.value;
  const score = ({ pinned, measured, lifts, verdict }: Score): CsvCell[] => {
    const clicks = lifts.find((lift) => lift.metric === 'productClicks');
    const { value, low, high } = clicks?.lift ?? {};
    return [pinned, measured, clicks?.perMinute, clicks?.elsewhere, value, low, high, verdict];
  };
  const pin = (card: PinCard): CsvCell[] => [
    ...[card.name, idCell(card.product), iso(card.from), iso(card.to)],
    ...score(card),
  ];
  return [
    [
      [
        ...[t('performance_column_product'), 'id', t('csv_started'), t('csv_ended')],
        ...[t('csv_pinned_seconds'), t('csv_measured_seconds')],
        ...[t('csv_clicks_pinned'), t('csv_clicks_rest')],
        ...[t('csv_lift'), t('csv_low'), t('csv_high'), t('csv_verdict')],
        ...[t('panel_pins_gmv'), t('metric_productCtr_name')],
      ],
      ...cards.products.flatMap((card): CsvCell[][] => [
        [
          ...[card.name, idCell(card.product), undefined, undefined],
          ...[...score(card), card.gmvPerPinnedMinute, card.ctr],
        ],
        ...cards.pins.filter(({ product }) => product === card.product).map(pin),
      ]),
    ],
  ];
}

/** An id of 19 digits as words: as a number a spreadsheet would round it. */
export const idCell = (id: string): string => `'${id}`;

const iso = (at: UnixSeconds): string => new Date(toMs(at)).toISOString();
