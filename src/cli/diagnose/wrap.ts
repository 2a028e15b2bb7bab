/** Characters of a line, so that a report reads in a terminal of 100 columns. */
const WIDTH = 98;

/** A sentence over several lines, indented; the lines after its first by two more. A long word stays whole. */
export function wrap(text: string, indent = '  '): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isFirst = line.trim() === '';
    if (!isFirst && [...line].length + 1 + [...word].length > WIDTH) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = isFirst ? line + word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A name cut to so many characters. */
export function cutName(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}
