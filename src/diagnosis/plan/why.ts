import type { Pinned } from '../../metrics/board/pinned.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import type { Finding } from '../report.ts';
import { valueText } from '../text/value-text.ts';

/** Why a factor is proposed: its money an hour with interval where it has any, else what was seen. */
export function whyOf(finding: Finding, currency: CurrencyCode | undefined): Text {
  const { money, brief } = finding;
  if (money?.low !== undefined && money.high !== undefined) {
    const amount = (value: number) => valueText('money-per-hour', value, currency);
    return {
      key: 'plan_why_money',
      values: { money: amount(money.value), low: amount(money.low), high: amount(money.high) },
    };
  }
  return brief === undefined
    ? { key: 'plan_why_below' }
    : { key: 'plan_why_seen', values: { seen: { kind: 'phrase', phrase: brief } } };
}

/** What a thing from the board is called as an item; `factor` is the name of what it shows. */
export function pinnedTitle(pinned: Pinned, factor: MessageKey | undefined): Text {
  const creator = pinned.kind === 'clip' ? (pinned.room.creator ?? pinned.room.title) : undefined;
  if (creator === undefined) return { key: factor ?? 'plan_pinned_any' };
  const values = { creator: { kind: 'text', text: creator } } as const;
  return factor === undefined
    ? { key: 'plan_pinned_creator', values }
    : {
        key: 'plan_pinned_both',
        values: { ...values, factor: { kind: 'message', message: factor } },
      };
}

/** Why a thing from the board is proposed. */
export function pinnedWhy({ pinnedAt }: Pinned): Text {
  return {
    key: 'plan_why_pinned',
    values: { day: { kind: 'instant', at: pinnedAt, style: 'date' } },
  };
}
