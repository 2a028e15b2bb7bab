import type { Fix, Report, VerdictStep } from '../../diagnosis/report.ts';
import { shortVerdict, usualWords } from '../../diagnosis/text/short-verdict.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatPercent } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { figureOrDash, formatAmount } from '../figures.ts';
import { liveName } from '../live-name.ts';
import { fixInterval, fixWorth } from '../verdict/fix-worth.ts';
import { stepEnd } from '../verdict/step-end.ts';
import { perHourText, totalsOf } from '../verdict/totals.ts';

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
    /** Its money, or what there is of it where that can't be told. */
    readonly worth?: string;
    readonly how?: string;
  }[];
  /** Says that the figures are simulated, where they are. */
  readonly simulated?: string;
}

/** The words of a LIVE's verdict. */
export function verdictWords(report: Report, session: Session, words: I18n): VerdictWords {
  const { t, write, locale } = words;
  const { verdict, currency } = report;
  const { room } = session;
  const style = { currency, locale };
  const length = lengthOf(room);
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  const perHour = (value: number): string => perHourText(value, report, words);
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
    totals: totalsOf(report, words)
      .map(({ figure, label }) => `${figure} ${label}`)
      .join(' · '),
    steps: verdict.steps.map((step) => ({
      name: t('factor_shared_cell', { value: stepName(step) }),
      yours: figureOrDash(step.metric, step.yours, style),
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
      ? t(usualWords(difference), { share: text(share) })
      : shortVerdict(verdict)?.shape === 'flat'
        ? t('panel_verdict_same')
        : t(difference < 0 ? 'verdict_below' : 'verdict_above', {
            share: text(share),
            reference: versusName(reference.versus),
          });
    return `${perHour(yours)}: ${against} (${perHour(reference.value)})`;
  }

  function endOf(step: VerdictStep): string {
    const { money: gain, state } = step;
    if (gain === undefined) return t(stepEnd(step));
    const amount = text(formatAmount(gain.value, { ...style, detail: 'estimate' }));
    return t(state === 'unsure' ? 'verdict_step_maybe' : 'verdict_step_could', { money: amount });
  }

  function fixWords(fix: Fix): VerdictWords['fixes'][number] {
    const worth = fixWorth(fix, report, words);
    const range = fixInterval(fix, report, words);
    return {
      deed: write(fix.deed),
      ...(worth === undefined ? {} : { worth: worthWords(fix, worth, range) }),
      ...(fix.how === undefined ? {} : { how: write(fix.how) }),
    };
  }
}

/** Money with its range behind it; a few words in its place stand apart from the deed. */
function worthWords({ money }: Fix, worth: string, range: string | undefined): string {
  if (money === undefined) return `(${worth})`;
  return range === undefined ? worth : `${worth} (${range})`;
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
    ...fixes.map((fix, place) => {
      const line = numbered(fix, place);
      return fix.how === undefined ? line : `${line}: ${fix.how}`;
    }),
  ].join('\n');
}

/** What to fix with its place in the list and its worth. */
export function numbered({ deed, worth }: VerdictWords['fixes'][number], place: number): string {
  return [`${place + 1}.`, deed, worth].filter((part) => part !== undefined).join(' ');
}
