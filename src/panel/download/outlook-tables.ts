import type { PinCard, Score } from '../../diagnosis/course/pin-scorecards.ts';
import type { Report } from '../../diagnosis/report.ts';
import { targetName } from '../../diagnosis/text/target-name.ts';
import { metric } from '../../metrics/catalogue.ts';
import { toMs, type UnixSeconds } from '../../metrics/time.ts';
import type { Words } from '../design/words.ts';
import type { CsvCell, Table } from './csv.ts';

/**
 * What each step could bring, first to change first: its likely level, target, money per hour with
 * the 90 % interval and probabilities from 0 to 1; then the joint money. None without a potential.
 */
export function potentialTables({ potential }: Report, { say, write }: Words): Table[] {
  if (potential === undefined) return [];
  const bounds = [say('csv_low'), say('csv_high')];
  const { joint } = potential;
  return [
    [
      [
        say('csv_step'),
        say('csv_unit'),
        ...[say('csv_step_now'), ...bounds],
        ...[say('csv_target'), say('csv_target_of')],
        ...[say('csv_attain'), ...bounds],
        ...[say('csv_sureness'), say('csv_top_chance'), say('csv_verdict')],
      ],
      ...potential.steps.map(({ now, target, attain, ...step }): CsvCell[] => [
        say(metric(step.metric).name),
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
      [say('csv_joint'), ...bounds, say('csv_healthy')],
      [joint?.value, joint?.low, joint?.high, potential.healthy],
    ],
  ];
}

/** Each series that changed for a quarter of an hour or more: levels per hour (viewers at a time), money, and what was recorded shortly before. */
export function changeTables({ timeline }: Report, { say, write }: Words): Table[] {
  const { changes } = timeline;
  if (changes.state === 'untold' || changes.value.length === 0) return [];
  const bounds = [say('csv_low'), say('csv_high')];
  return [
    [
      [
        ...[say('csv_change'), say('csv_until'), say('csv_direction'), say('csv_series')],
        ...[say('csv_before'), ...bounds, say('csv_after'), ...bounds],
        ...[say('csv_change_money'), ...bounds, say('csv_happened')],
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
export function pinScoreTables({ timeline }: Report, { say }: Words): Table[] {
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
        ...[say('performance_column_product'), 'id', say('csv_started'), say('csv_ended')],
        ...[say('csv_pinned_seconds'), say('csv_measured_seconds')],
        ...[say('csv_clicks_pinned'), say('csv_clicks_rest')],
        ...[say('csv_lift'), say('csv_low'), say('csv_high'), say('csv_verdict')],
        ...[say('panel_pins_gmv'), say('metric_productCtr_name')],
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
