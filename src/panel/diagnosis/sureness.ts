import { formatPercent } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';

/** From which probability on each word is used, most certain first. */
const steps = [
  [0.95, 'panel_sure_very_likely', 'sure_very_likely'],
  [0.8, 'panel_sure_likely', 'sure_likely'],
  [0.6, 'panel_sure_maybe', 'sure_maybe'],
  [0, 'panel_sure_unclear', 'sure_unclear'],
] as const;

const stepOf = (probability: number) =>
  steps.find(([from]) => probability >= from) ??
  ([0, 'panel_sure_unclear', 'sure_unclear'] as const);

/** Nothing is certain: what rounds to 100 % is shown as more than 99 %. */
const MOST = 0.99;

/** A probability in words with its figure ("likely (86%)"); undefined where it can't be told. */
export function surenessText(
  probability: number | undefined,
  { t, locale }: Pick<I18n, 't' | 'locale'>,
): string | undefined {
  if (probability === undefined) return undefined;
  const [, key] = stepOf(probability);
  return t(key, { share: { kind: 'text', text: shareText(probability, locale) } });
}

/** A probability in words alone ("likely"). */
export const surenessWord = (probability: number, { t }: Pick<I18n, 't'>): string =>
  t(stepOf(probability)[2]);

/** A probability as a figure, never a certainty ("86%", ">99%"). */
export function shareText(probability: number, locale: string): string {
  const whole = Math.round(probability * 100) / 100;
  return whole > MOST ? `>${formatPercent(MOST, locale)}` : formatPercent(whole, locale);
}
