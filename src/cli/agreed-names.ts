import { readFileSync } from 'node:fs';

/** The names of those that agreed to be named, one a line of a file; undefined when it can't be read. */
export function readAgreedNames(file: string): readonly string[] | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
  } catch {
    return undefined;
  }
}
