import { CannotMake } from './kind.ts';

/** Adds a line to a list that begins behind `opening`, before the first line that begins with `closing`. */
export function addToList(text: string, opening: string, closing: string, line: string): string {
  const start = text.indexOf(opening);
  const end = start < 0 ? -1 : text.indexOf(`\n${closing}`, start);
  if (end < 0)
    throw new CannotMake(`The list behind “${opening}” can’t be found, so nothing was made.`);
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

/** Adds an import of a neighbour (`./…`) where its path belongs among the others. */
export function addImport(text: string, names: string, path: string): string {
  const others = [...text.matchAll(/^import [^;]*? from '(\.\/[^']+)';\n/gm)];
  const next = others.find(([, other = '']) => other > path);
  const last = others.at(-1);
  const at = next?.index ?? (last === undefined ? 0 : last.index + last[0].length);
  return `${text.slice(0, at)}import { ${names} } from '${path}';\n${text.slice(at)}`;
}
