import { MINUTE_SECONDS, type Seconds, seconds } from '../metrics/time.ts';

/** A length to be read: whole minutes from two minutes on, since cuts lie some seconds beside them. */
export function wholeMinutes(length: Seconds): Seconds {
  return length < 2 * MINUTE_SECONDS
    ? length
    : seconds(Math.round(length / MINUTE_SECONDS) * MINUTE_SECONDS);
}
