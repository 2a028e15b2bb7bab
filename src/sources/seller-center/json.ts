import { failed, fault, ok, type Result } from '../../metrics/fault.ts';

/** Integers this long may not survive a double; ids have 19 digits. */
const UNSAFE_DIGITS = 16;
const STRING_OR_INTEGER = new RegExp(
  `"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"|-?\\d{${UNSAFE_DIGITS},}(?![\\d.eE])`,
  'gs',
);
/** Digits behind a point or an exponent sign belong to a float and stay as they are. */
const FLOAT_PART = /[.eE+\d]/;

/**
 * Parses JSON and keeps every digit of a long bare integer: one of 16 digits or more is read as a
 * string. Fails as `malformed` when the text is no JSON, or was cut off.
 */
export function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(quoteLongIntegers(text)));
  } catch (error) {
    return failed(fault('malformed', error instanceof Error ? error.message : String(error)));
  }
}

function quoteLongIntegers(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(STRING_OR_INTEGER, (token, offset: number) => {
    if (token.startsWith('"')) return token;
    const before = offset === 0 ? '' : text.charAt(offset - 1);
    return FLOAT_PART.test(before) ? token : `"${token}"`;
  });
}
