/**
 * Whether a text is an address, as `new URL` reads it. Not `URL.canParse`: in Node 20 that begins to refuse
 * addresses with letters such as ü once it was called some thousand times
 * (`findings/node-can-parse-turns-false.sh`), and exports and feeds are read by Node too.
 *
 * @param base what a relative address is relative to
 */
export function isAddress(text: string, base?: string): boolean {
  try {
    new URL(text, base);
    return true;
  } catch {
    return false;
  }
}
