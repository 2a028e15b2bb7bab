import type { PinScorecards, Score } from '../../diagnosis/course/pin-scorecards.ts';
import { amount, lasting, percent, timeOf, words } from '../../diagnosis/text/wording.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Text } from '../../metrics/text.ts';
import { toMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { table } from '../table.ts';
import type { TerminalKey, TerminalValue, TerminalWriter } from '../text.ts';
import { cutName, wrap } from './wrap.ts';

const verdicts = {
  above: 'panel_pins_above',
  below: 'panel_pins_below',
  level: 'panel_pins_level',
  untold: 'cli_pins_untold',
} as const satisfies Record<Score['verdict'], TerminalKey>;

/** Letters of a product's name, so that a row of figures fits beside it. */
const MOST_LETTERS = 18;

const heads = [
  'performance_column_product',
  'panel_pins_verdict',
  'panel_pins_lift',
  'cli_pins_clicks',
  'panel_pins_pinned',
  'cli_pins_gmv',
  'metric_productCtr_name',
] as const satisfies readonly TerminalKey[];

/** Each pinned product, each of its pins where it had several, and what more it would take; nothing where none was pinned. */
export function pinLines(
  { products, pins, misplaced }: PinScorecards,
  { currency, zone }: { currency: CurrencyCode | undefined; zone: Zone | undefined },
  write: TerminalWriter['write'],
): string[] {
  if (products.length === 0) return [];
  const cell = (value: TerminalValue): string => write({ key: 'cli_value', values: { value } });
  const rows = products.flatMap((card) => {
    const own = pins.filter(({ product }) => product === card.product);
    const { gmvPerPinnedMinute: gmv, ctr } = card;
    return [
      [
        cutName(card.name ?? card.product, MOST_LETTERS),
        ...scoreCells(card),
        gmv === undefined ? '–' : cell(amount(gmv, currency)),
        ctr === undefined ? '–' : cell(percent(ctr)),
      ],
      ...(own.length > 1 ? own : []).map((pin) => {
        const span = { low: clock(pin.from, zone), high: clock(pin.to, zone) };
        return [`  ${write({ key: 'cli_range', values: span })}`, ...scoreCells(pin)];
      }),
    ];
  });
  const scarce = [...products, ...pins].flatMap(({ needs }) => needs ?? []);
  return [
    write({ key: 'panel_pins' }),
    ...(misplaced === undefined ? [] : wrap(write(misplaced.text))),
    ...table([heads.map((key) => write({ key })), ...rows]).map((line) => `  ${line}`),
    ...needed(scarce),
  ];

  function scoreCells({ verdict, lifts, pinned }: Score): string[] {
    const clicks = lifts.find(({ metric }) => metric === 'productClicks');
    const lift = clicks?.lift;
    const times = (value: number) => ({ kind: 'decimal', value, digits: 1 }) as const;
    return [
      write({ key: verdicts[verdict] }),
      lift === undefined
        ? '–'
        : write({
            key: 'panel_pins_times',
            values: {
              lift: times(lift.value),
              low: times(lift.low ?? lift.value),
              high: times(lift.high ?? lift.value),
            },
          }),
      clicks === undefined
        ? '–'
        : write({
            key: 'panel_pins_against',
            values: { now: times(clicks.perMinute), rest: times(clicks.elsewhere) },
          }),
      cell(lasting(pinned)),
    ];
  }

  /** What the ones that can't be told need, the least of each kind. */
  function needed(needs: readonly Text[]): string[] {
    const kinds = [...new Set(needs.map(({ key }) => key))];
    return kinds.flatMap((kind) => {
      const [least] = needs
        .filter(({ key }) => key === kind)
        .toSorted((a, b) => countIn(a) - countIn(b));
      return least === undefined ? [] : wrap(write(least));
    });
  }
}

/** Hours and minutes in the shop's zone, which a row has no room to name; it is named where it isn't the shop's. */
function clock(at: UnixSeconds, zone: Zone | undefined): TerminalValue {
  return zone === undefined
    ? timeOf(at, zone)
    : words(new Date(toMs(at) + zone.offset * 1000).toISOString().slice(11, 16));
}

function countIn({ values }: Text): number {
  const count = values?.count;
  return count?.kind === 'count' ? count.value : 0;
}
