/** Letters that are read from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and their neighbours. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** Whether any of the texts has letters that are read from right to left, among which others may change places. */
export const hasLettersFromRight = (texts: readonly string[]): boolean =>
  texts.some((text) => FROM_RIGHT.test(text));

/** A text between marks that nobody sees, by which it stays in one piece and in its own direction among others. */
export const isolated = (text: string): string => `${ISOLATE}${text}${END}`;

/** A text without the marks of {@link isolated}, for what is kept, copied, saved or looked for. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(ISOLATE, '').replaceAll(END, '');
