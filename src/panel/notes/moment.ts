import { HOUR_SECONDS, MINUTE_SECONDS, type Seconds, seconds } from '../../metrics/time.ts';

/** How far into a LIVE a moment is, with the hours, so that it can't be read as a time of day ("0:42:10"). */
export function momentText(at: Seconds): string {
  const whole = Math.max(0, Math.floor(at));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS);
  return `${Math.floor(whole / HOUR_SECONDS)}:${two(minutes)}:${two(whole % MINUTE_SECONDS)}`;
}

/** Why a typed moment is none: it can't be read, or lies after the LIVE's end. */
export type MomentRefusal = 'unreadable' | 'outside';

/**
 * A moment as it was typed: `h:mm:ss`, `h:mm`, or minutes alone. Undefined where nothing was typed, which
 * is the whole LIVE.
 *
 * @param length of the LIVE, undefined where it isn't known
 */
export function momentOf(
  typed: string,
  length: Seconds | undefined,
): Seconds | MomentRefusal | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const parts = /^(?:(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?|(\d{1,4}))$/.exec(text);
  if (parts === null) return 'unreadable';
  const [, hours = '0', minutes = '0', rest = '0', alone] = parts;
  if (alone !== undefined) return within(Number(alone) * MINUTE_SECONDS, length);
  if (Number(minutes) > 59 || Number(rest) > 59) return 'unreadable';
  return within(
    Number(hours) * HOUR_SECONDS + Number(minutes) * MINUTE_SECONDS + Number(rest),
    length,
  );
}

const within = (at: number, length: Seconds | undefined): Seconds | MomentRefusal =>
  length !== undefined && at > length ? 'outside' : seconds(at);
