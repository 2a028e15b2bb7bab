import { DAY_SECONDS, HOUR_SECONDS, MINUTE_SECONDS } from '../metrics/time.ts';
import type { I18n } from './design/i18n.ts';

/** How long ago something was, in the reader's language ("2 min. ago"); `ms` is its age. */
export function ageText(ms: number, { locale, t }: Pick<I18n, 'locale' | 't'>): string {
  const age = Math.max(0, ms / 1000);
  if (age < MINUTE_SECONDS) return t('panel_age_now');
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  if (age < HOUR_SECONDS) return format.format(-Math.floor(age / MINUTE_SECONDS), 'minute');
  if (age < DAY_SECONDS) return format.format(-Math.floor(age / HOUR_SECONDS), 'hour');
  return format.format(-Math.floor(age / DAY_SECONDS), 'day');
}
