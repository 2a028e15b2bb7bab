import { failed, fault, ok, type Result } from '../../metrics/fault.ts';

/** Integers this long may not survive a double; ids have 19 digits. */
const UNSAFE_DIGITS = 16;
const LONG_INTEGER = new RegExp(`^-?\\d{${UNSAFE_DIGITS},}$`);
/** Where a string begins, or a whole number with its fraction and its power of ten. */
const TOKEN = /"|-?\d[\d.eE+-]*/g;

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

/** Goes through the text once: a pattern for whole strings begins anew at each quotation mark of one that is cut off. */
function quoteLongIntegers(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  const parts: string[] = [];
  let done = 0;
  const tokens = new RegExp(TOKEN);
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token] = found;
    if (token === '"') {
      tokens.lastIndex = endOfString(text, found.index);
    } else if (LONG_INTEGER.test(token)) {
      parts.push(text.slice(done, found.index), `"${token}"`);
      done = tokens.lastIndex;
    }
  }
  return parts.join('') + text.slice(done);
}

/** Behind the mark that ends a string; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}
