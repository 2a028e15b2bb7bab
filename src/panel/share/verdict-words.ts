import { moneyIn, ordersOf } from '../../diagnosis/decomposition/funnel-kind.ts';
import type { Fix, Report, VerdictStep } from '../../diagnosis/report.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatPercent } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { surenessWord } from '../diagnosis/sureness.ts';
import { formatAmount, formatFigure } from '../figures.ts';
import { liveName } from '../live-name.ts';

/** What a seller shares of the first screen, as words that a chat or a picture can hold. */
export interface VerdictWords {
  readonly title: string;
  /** When it was and how long it ran. */
  readonly when: string;
  /** GMV per hour against what it is compared with. */
  readonly standing: string;
  readonly headline: string;
  /** GMV, orders and viewers. */
  readonly totals: string;
  readonly steps: readonly {
    readonly name: string;
    readonly yours: string;
    readonly end: string;
  }[];
  readonly fixes: readonly {
    readonly deed: string;
    readonly worth: string;
    readonly how?: string;
  }[];
  /** Says that the figures are simulated, where they are. */
  readonly simulated?: string;
}

/** The words of a LIVE's verdict. */
export function verdictWords(report: Report, session: Session, words: I18n): VerdictWords {
  const { t, write, locale } = words;
  const { verdict, funnel, currency } = report;
  const { room } = session;
  const style = { currency, locale };
  const length = lengthOf(room);
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  const perHour = (value: number): string =>
    t('factor_shared_perHour', { value: text(formatFigure(verdict.metric, value, style)) });
  const total = (id: MetricId, key: MessageKey): string[] => {
    const value = report.comparisons.find((one) => one.metric === id)?.yours;
    return value === undefined
      ? []
      : [
          `${formatFigure(id, value, style)} ${write({ key, values: { count: { kind: 'count', value } } })}`,
        ];
  };
  const money = moneyIn(funnel);
  return {
    title: liveName(room, words),
    when: [
      room.startedAt === undefined
        ? undefined
        : formatInstant(toMs(room.startedAt), room.zone, locale, 'both'),
      length === undefined ? undefined : formatDuration(length, locale),
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    standing: standing(),
    headline: write(report.headline),
    totals: [
      ...total(money, metric(money).name),
      ...total(ordersOf(funnel), 'verdict_orders'),
      ...total('viewers', 'verdict_viewers'),
    ].join(' · '),
    steps: verdict.steps.map((step) => ({
      name: t('factor_shared_cell', { value: stepName(step) }),
      yours: step.yours === undefined ? '–' : formatFigure(step.metric, step.yours, style),
      end: endOf(step),
    })),
    fixes: report.fixes.map(fixWords),
    ...(report.simulated ? { simulated: t('panel_sample_ribbon') } : {}),
  };

  function standing(): string {
    const { yours, reference, difference, isAsUsual } = verdict;
    if (yours === undefined) return '';
    if (reference === undefined || difference === undefined) return perHour(yours);
    const share = formatPercent(Math.round(Math.abs(difference) * 100) / 100, locale);
    const against = isAsUsual
      ? t('verdict_as_usual')
      : t(difference < 0 ? 'verdict_below' : 'verdict_above', {
          share: text(share),
          reference: versusName(reference.versus),
        });
    return `${perHour(yours)}: ${against} (${perHour(reference.value)})`;
  }

  function endOf({ money: gain, state }: VerdictStep): string {
    if (gain !== undefined) {
      const amount = text(formatAmount(gain.value, { ...style, detail: 'estimate' }));
      return t(state === 'unsure' ? 'verdict_step_maybe' : 'verdict_step_could', { money: amount });
    }
    if (state === 'untold') return t('verdict_step_none');
    return t(state === 'reached' ? 'verdict_step_reached' : 'verdict_step_fine');
  }

  function fixWords({
    deed,
    how,
    money: worth,
    atLeast,
    sureness,
  }: Fix): VerdictWords['fixes'][number] {
    const { value, low, high } = worth;
    const bound = (end: number) => text(formatAmount(end, { ...style, detail: 'bound' }));
    const amount = atLeast
      ? t('verdict_money_least', { money: bound(low ?? value) })
      : t('verdict_money', {
          money: text(formatAmount(value, { ...style, detail: 'estimate' })),
        });
    const sure = surenessWord(sureness, words);
    const range =
      low === undefined || high === undefined
        ? sure
        : sure === undefined
          ? t('verdict_interval_alone', { low: bound(low), high: bound(high) })
          : t('verdict_interval', { low: bound(low), high: bound(high), sure: text(sure) });
    return {
      deed: write(deed),
      worth: range === undefined ? amount : `${amount} (${range})`,
      ...(how === undefined ? {} : { how: write(how) }),
    };
  }
}

/** The words as plain text for a chat: a line each, what to fix numbered. */
export function chatText({
  title,
  when,
  standing,
  headline,
  totals,
  steps,
  fixes,
  simulated,
}: VerdictWords): string {
  return [
    ...(simulated === undefined ? [] : [simulated]),
    [title, when].filter((part) => part !== '').join(' · '),
    headline,
    standing,
    totals,
    '',
    ...steps.map(({ name, yours, end }) => `${name}: ${yours}, ${end}`),
    ...(fixes.length === 0 ? [] : ['']),
    ...fixes.map(
      ({ deed, worth, how }, place) =>
        `${place + 1}. ${deed} ${worth}${how === undefined ? '' : `: ${how}`}`,
    ),
  ].join('\n');
}
