import type { Fix, Report } from '../../diagnosis/report.ts';
import type { MoneyDetail } from '../../metrics/text.ts';
import type { I18n } from '../design/i18n.ts';
import { surenessWord } from '../diagnosis/sureness.ts';
import { formatAmount } from '../figures.ts';

/** What a thing to fix is worth per hour; where no money can be told, what there is of it ("1 sold out"). */
export function fixWorth(fix: Fix, report: Report, words: I18n): string | undefined {
  const { money, atLeast, brief } = fix;
  if (money === undefined) return brief === undefined ? undefined : words.write(brief);
  const amount = amounts(report, words);
  return atLeast
    ? words.t('verdict_money_least', { money: amount(money.low ?? money.value, 'bound') })
    : words.t('verdict_money', { money: amount(money.value, 'estimate') });
}

/** The range of the money and how sure it is that there is any; undefined without a range. */
export function fixInterval(
  { money, sureness, headline }: Fix,
  report: Report,
  words: I18n,
): string | undefined {
  if (money?.low === undefined || money.high === undefined) return undefined;
  const amount = amounts(report, words);
  const ends = { low: amount(money.low, 'bound'), high: amount(money.high, 'bound') };
  if (sureness === undefined) return words.t('verdict_interval_alone', ends);
  const sure = { kind: 'text', text: surenessWord(sureness, words) } as const;
  // What has a headline of its own, as a pin on the wrong product, is no gap to a target.
  return words.t(headline === undefined ? 'verdict_interval' : 'verdict_interval_sure', {
    ...ends,
    sure,
  });
}

const amounts =
  ({ currency }: Report, { locale }: I18n) =>
  (value: number, detail: MoneyDetail) =>
    ({ kind: 'text', text: formatAmount(value, { currency, locale, detail }) }) as const;
