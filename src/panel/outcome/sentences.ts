import type {
  Caveat,
  Change,
  ChangeOrNot,
  NoChange,
  Verdict,
  Worth,
} from '../../diagnosis/outcome/types.ts';
import { isChange } from '../../diagnosis/outcome/types.ts';
import { moneyText, valueText } from '../../diagnosis/text/value-text.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text, TextValue } from '../../metrics/text.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import { twoDigits } from '../figures.ts';

const name = (id: MetricId): TextValue => ({ kind: 'message', message: metric(id).name });
const count = (value: number): TextValue => ({ kind: 'count', value });
/** A ratio as the difference from even: 1.2 is +20 %. */
const points = (ratio: number): TextValue => ({ kind: 'points', value: ratio - 1 });

const bound = (ratio: number): TextValue => ({ kind: 'points', value: twoDigits(ratio - 1) });

const wholePercent = (share: number): TextValue => ({
  kind: 'percent',
  value: Math.round(share * 100) / 100,
});

/** What was seen after the change, against the usual, in one sentence. */
export function leadText(
  { metric: id, after, usual }: Change,
  currency: CurrencyCode | undefined,
): Text {
  const { unit } = metric(id);
  return {
    key: 'outcome_said',
    values: {
      metric: name(id),
      after: valueText(unit, after.value, currency),
      usual: valueText(unit, usual.value, currency),
    },
  };
}

const means = {
  better: 'outcome_better_means',
  'no-evidence': 'outcome_no_evidence_means',
  worse: 'outcome_worse_means',
} as const satisfies Record<Verdict, MessageKey>;

/** Why the verdict is what it is. */
export const meansText = ({ verdict }: Pick<Change, 'verdict'>): Text => ({ key: means[verdict] });

/** The change as a ratio with its interval, whose ends have two digits ("+59% (−8% to +140%)"). */
export function ratioText({ ratio }: Pick<Change, 'ratio'>): Text {
  return {
    key: 'outcome_ratio',
    values: { value: points(ratio.value), low: bound(ratio.low), high: bound(ratio.high) },
  };
}

/** How many more LIVEs would tell; undefined beside a verdict. */
export function neededText({ needed }: Change): Text | undefined {
  if (needed === undefined) return undefined;
  return {
    key: needed.state === 'about' ? 'outcome_needed' : 'outcome_needed_beyond',
    values: { count: count(needed.lives) },
  };
}

const worthKeys = {
  gain: { sure: 'outcome_worth', maybe: 'outcome_worth_maybe', either: 'outcome_worth_either' },
  loss: { sure: 'outcome_cost', maybe: 'outcome_cost_maybe', either: 'outcome_cost_either' },
} as const;

/**
 * What the change in a step would be worth per hour, or what it costs; where it may do either, both are named, as an
 * amount below zero of what it costs is a riddle.
 */
export function worthText(
  worth: Worth,
  verdict: Change['verdict'],
  currency: CurrencyCode | undefined,
): Text | undefined {
  if (currency === undefined) return undefined;
  const { value, low, high } = worth;
  const isLoss = value < 0;
  const keys = worthKeys[isLoss ? 'loss' : 'gain'];
  if (verdict === 'no-evidence' && low < 0 && high > 0) {
    return {
      key: keys.either,
      values: {
        value: moneyText(Math.abs(value), currency, 'estimate'),
        gain: moneyText(high, currency, 'bound'),
        loss: moneyText(-low, currency, 'bound'),
        usual: moneyText(worth.usual, currency, 'units'),
      },
    };
  }
  return {
    key: verdict === 'no-evidence' ? keys.maybe : keys.sure,
    values: {
      value: moneyText(Math.abs(value), currency, 'estimate'),
      low: moneyText(isLoss ? -high : low, currency, 'bound'),
      high: moneyText(isLoss ? -low : high, currency, 'bound'),
      usual: moneyText(worth.usual, currency, 'units'),
    },
  };
}

/** A fall from which on "no harm" would be too much to say, though it may be chance. Chosen by us. */
const IN_DOUBT_BELOW = 0.95;

/** What is said of a metric that must not suffer, given its ratio to the usual. */
export function railWord(suffered: boolean, ratio: number): MessageKey {
  if (suffered) return 'outcome_rail_suffered';
  if (ratio >= 1) return 'outcome_rail_held';
  return ratio < IN_DOUBT_BELOW ? 'outcome_rail_unclear' : 'outcome_rail_fine';
}

const reasons = {
  'not-reported': 'outcome_none_not_reported',
  'unknown-denominator': 'outcome_none_denominator',
  'not-comparable': 'outcome_none_total',
  contradicts: 'outcome_none_contradicts',
  'no-counts': 'outcome_none_counts',
  currency: 'outcome_none_currency',
  part: 'outcome_none_part',
  'no-usual': 'outcome_none_usual',
  'not-yet': 'outcome_none_yet',
} as const satisfies Record<NoChange, MessageKey>;

/** Why there is no verdict on a metric. */
export function reasonText(id: MetricId, none: NoChange): Text {
  return { key: reasons[none], values: { metric: name(id) } };
}

/** Something to keep in mind beside a verdict. */
export function caveatText(caveat: Caveat): Text {
  switch (caveat.kind) {
    case 'together':
      return { key: 'outcome_caveat_together', values: { count: count(caveat.items) } };
    case 'not-done':
      return { key: 'outcome_caveat_not_done' };
    case 'provisional':
      return { key: 'outcome_caveat_provisional' };
    case 'few-lives':
      return { key: 'outcome_caveat_few_lives', values: { count: count(caveat.lives) } };
    case 'length':
      return {
        key: 'outcome_caveat_length',
        values: {
          after: { kind: 'duration', seconds: caveat.after * HOUR_SECONDS },
          usual: { kind: 'duration', seconds: caveat.usual * HOUR_SECONDS },
        },
      };
    case 'time':
      return { key: 'outcome_caveat_time' };
    case 'reach':
      return { key: 'outcome_caveat_reach', values: { points: points(caveat.ratio) } };
    case 'low-before':
      return {
        key: 'outcome_caveat_low_before',
        values: { points: wholePercent(1 - caveat.ratio) },
      };
  }
}

/** The verdict of today, where it isn't the one that was given. */
export function verdictNow(
  given: Pick<Change, 'verdict'> | undefined,
  today: ChangeOrNot | undefined,
): Verdict | undefined {
  if (given === undefined || !isChange(today)) return undefined;
  return given.verdict === today.verdict ? undefined : today.verdict;
}
