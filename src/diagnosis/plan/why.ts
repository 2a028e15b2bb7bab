import type { Pinned } from '../../metrics/board/pinned.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import type { Factor } from '../factor.ts';
import type { Finding } from '../report.ts';
import { stepWords } from '../text/step-words.ts';
import { moneyText } from '../text/value-text.ts';

/** Why a factor is proposed: its money an hour with interval where it has any, else what was seen. */
export function whyOf(finding: Finding, currency: CurrencyCode | undefined): Text {
  const { money, brief, seen } = finding;
  if (money?.low !== undefined && money.high !== undefined) {
    const end = (value: number) => moneyText(value, currency, 'bound');
    return {
      key: 'plan_why_money',
      values: {
        money: moneyText(money.value, currency, 'estimate'),
        low: end(money.low),
        high: end(money.high),
      },
    };
  }
  if (brief === undefined) return { key: 'plan_why_below' };
  // Two figures alone don't say of what they are, and against what.
  if (seen !== undefined && bare.has(brief.key)) return comparedIn(seen) ?? seen;
  return { key: 'plan_why_seen', values: { seen: { kind: 'phrase', phrase: brief } } };
}

const bare: ReadonlySet<string> = new Set<MessageKey>([
  'factor_shared_briefBenchmark',
  'factor_shared_briefUsual',
  'factor_startSlot_brief',
]);

/** The figure that a finding compares, by its name, and what with; undefined where it isn't one metric. */
function comparedIn({ values }: Text): Text | undefined {
  const { metric, yours, against } = values ?? {};
  if (metric === undefined || yours === undefined || against === undefined) return undefined;
  return { key: 'plan_why_figure', values: { metric, yours, against } };
}

/** What a thing from the board asks to be done: what its creator does, else what its factor's step asks for. */
export function pinnedTitle(
  pinned: Pinned,
  factor: Pick<Factor, 'title' | 'moneyOf'> | undefined,
): Text {
  const creator = pinned.kind === 'clip' ? (pinned.room.creator ?? pinned.room.title) : undefined;
  if (creator !== undefined) {
    return { key: 'plan_pinned_creator', values: { creator: { kind: 'text', text: creator } } };
  }
  const deed = factor?.moneyOf && stepWords[factor.moneyOf].deed;
  return { key: deed ?? factor?.title ?? 'plan_pinned_any' };
}

/** Why a thing from the board is proposed. */
export function pinnedWhy({ pinnedAt }: Pinned): Text {
  return {
    key: 'plan_why_pinned',
    values: { day: { kind: 'instant', at: pinnedAt, style: 'date' } },
  };
}
