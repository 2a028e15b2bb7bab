import type { FigurePair } from '../../diagnosis/two-lives/figure-pair.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { toMs } from '../../metrics/time.ts';
import { rateDigits } from '../../metrics/written.ts';
import { formatDecimal, formatInstant, formatPoints } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { type FigureStyle, formatFigure, signedAmount } from '../figures.ts';
import { liveName } from '../live-name.ts';
import type { SideChoice, SidePlace } from '../state/two-lives-store.ts';

/** The letter that stands for a side wherever its name has no room. */
export const letterOf = { first: 'A', second: 'B' } as const satisfies Record<SidePlace, string>;

/** What the sides go by in a sentence. */
export type SideNames = Readonly<Record<SidePlace, string>>;

/** Hosts go by their names, everything else by its letter. */
export function sideNames(choices: Readonly<Record<SidePlace, SideChoice | undefined>>): SideNames {
  const nameOf = (place: SidePlace): string => {
    const choice = choices[place];
    return choice?.kind === 'host' ? choice.name : letterOf[place];
  };
  return { first: nameOf('first'), second: nameOf('second') };
}

/** What stands on a side, in a few words: when a LIVE started, the usual, or who presented. */
export function sideName(
  choice: SideChoice | undefined,
  rooms: readonly ListedRoom[],
  words: I18n,
): string {
  switch (choice?.kind) {
    case undefined:
      return '';
    case 'usual':
      return words.t('two_lives_usual');
    case 'host':
      return choice.name;
    case 'live': {
      const record = rooms.find(({ id }) => id === choice.room);
      if (record === undefined) return choice.room;
      // By its start: titles of a shop's LIVEs are often the same.
      const { startedAt, zone } = record.room;
      return startedAt === undefined
        ? liveName(record.room, words)
        : formatInstant(toMs(startedAt), zone, words.locale, 'name');
    }
  }
}

/** A difference in the figure's own unit and as a share of B; undefined where there is none to tell. */
export function differenceText(
  { metric: id, difference, relative, reading }: FigurePair,
  style: FigureStyle,
  words: I18n,
): string | undefined {
  if (difference === undefined || reading === 'same') return undefined;
  const amount = signedFigure(id, difference, style, words);
  if (relative === undefined) return amount;
  // A difference that its own decimals don't show is told as a share alone.
  const isShown = sizeWritten(id, difference, style) !== sizeWritten(id, 0, style);
  if (!isShown) return formatPoints(relative, words.locale);
  return words.t('two_lives_difference', {
    amount: { kind: 'text', text: amount },
    share: { kind: 'text', text: formatPoints(relative, words.locale) },
  });
}

/** The 90 % range of a difference, in percent. */
export function rangeOfPair({ range }: FigurePair, words: I18n): string | undefined {
  return range === undefined
    ? undefined
    : words.t('two_lives_range', {
        low: { kind: 'text', text: formatPoints(range.low, words.locale) },
        high: { kind: 'text', text: formatPoints(range.high, words.locale) },
      });
}

/** Which way the first side lies, where that is more than chance or outside of what is usual; undefined otherwise. */
export function toneOfPair({
  metric: id,
  difference = 0,
  reading,
}: FigurePair): 'high' | 'low' | undefined {
  const { better } = metric(id);
  if ((reading !== 'apart' && reading !== 'unusual') || better === 'neither') return undefined;
  return difference > 0 === (better === 'higher') ? 'high' : 'low';
}

function signedFigure(id: MetricId, value: number, style: FigureStyle, { t }: I18n): string {
  const { unit } = metric(id);
  if (unit === 'money') return signedAmount(value, { detail: 'figure', ...style });
  if (unit === 'money-per-hour') return signedAmount(value, style);
  const text = `${value > 0 ? '+' : value < 0 ? '−' : ''}${sizeWritten(id, value, style)}`;
  return unit === 'rate' ? t('two_lives_points', { value: { kind: 'text', text } }) : text;
}

/** How large a difference is, without its sign; of rates in percentage points. */
function sizeWritten(id: MetricId, value: number, style: FigureStyle): string {
  const size = Math.abs(value);
  return metric(id).unit === 'rate'
    ? formatDecimal(size * 100, rateDigits(value), style.locale)
    : formatFigure(id, size, style);
}

/** What is said where no figure stands out: that they are alike, unless none of them could be compared. */
export function noneStandsOut(pairs: readonly FigurePair[], isUsual: boolean): MessageKey {
  const isTold = pairs.some(
    ({ reading }) => reading === 'chance' || reading === 'same' || reading === 'usual',
  );
  if (!isTold) return 'two_lives_figures_untold';
  return isUsual ? 'two_lives_figures_all_usual' : 'two_lives_figures_all_alike';
}
