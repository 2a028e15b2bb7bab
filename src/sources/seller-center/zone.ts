import { DAY_SECONDS, seconds, type Zone } from '../../metrics/time.ts';
import type { Fields } from './fields.ts';

/**
 * The shop's zone beside an answer: `timezone_offset` in seconds, and its name where that is an
 * IANA one. Names come with blanks ("Asia/Ho Chi Minh") where IANA writes underscores.
 */
export function readZone(answer: Fields): Zone | undefined {
  const offset = answer.number('timezone_offset');
  if (offset === undefined || Math.abs(offset) > DAY_SECONDS) return undefined;
  const name = answer.text('timezone')?.replaceAll(' ', '_');
  return name !== undefined && isIana(name)
    ? { offset: seconds(offset), name }
    : { offset: seconds(offset) };
}

function isIana(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
