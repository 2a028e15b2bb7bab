import type { Words } from './design/words.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How long ago something was, in the reader's language ("2 min. ago"); `ms` is its age. */
export function ageText(ms: number, { locale, say }: Pick<Words, 'locale' | 'say'>): string {
  const age = Math.max(0, ms / 1000);
  if (age < MINUTE) return say('panel_age_now');
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour');
  return format.format(-Math.floor(age / DAY), 'day');
}
