import type { TerminalKey, TerminalWriter } from './text.ts';

/** Columns of the narrowest usual terminal. */
const WIDTH = 80;

/** An option as it is typed, and the sentence that says what it does. */
export type HelpLine = readonly [option: string, says: TerminalKey];

/** What a command does, how it is called, and its options below each other, in lines of 80 columns. */
export function helpText(
  { does, usage }: { readonly does: TerminalKey; readonly usage: TerminalKey },
  lines: readonly HelpLine[],
  { write }: TerminalWriter,
): string {
  const column = Math.max(...lines.map(([option]) => option.length)) + 4;
  const options = lines.flatMap(([option, says]) =>
    wrapped(write({ key: says }), WIDTH - column).map(
      (line, place) => `${(place === 0 ? `  ${option}` : '').padEnd(column)}${line}`,
    ),
  );
  return [...wrapped(write({ key: does }), WIDTH), '', write({ key: usage }), '', ...options].join(
    '\n',
  );
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
