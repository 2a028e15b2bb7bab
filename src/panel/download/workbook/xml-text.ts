/** What Excel takes of one cell. */
const MOST_LETTERS = 32_767;

/** Marks that no XML may hold; halves of letters that are written in two, among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The words of a cell as a workbook can hold them: without marks that XML forbids, and no longer than Excel takes. */
export function workbookText(text: string): string {
  const clean = text.replace(forbidden, '');
  if (clean.length <= MOST_LETTERS) return clean;
  const cut = clean.slice(0, MOST_LETTERS);
  return cut.replace(forbidden, '');
}

/** Words as they stand in XML. A carriage return and what looks like its code are written as spreadsheets do. */
export function xmlText(text: string): string {
  return workbookText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The same as the value of an attribute in double quotes. */
export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');
