import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PART = '.part';

/**
 * Writes a file so that a reader finds the old one or the new one, never a part; the folders above it are made.
 * Writers of one file don't meet: each writes a part of its own.
 */
export function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}${PART}`);
  try {
    writeFileSync(part, text, { flag: 'wx', flush: true });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Removes what runs that were killed left of files half written. Nobody may be writing into the folder. */
export function sweepParts(folder: string): void {
  for (const name of fileNames(folder)) {
    if (name.startsWith('.') && name.endsWith(PART)) rmSync(join(folder, name), { force: true });
  }
}

/** The names in a folder, in their order; none where it can't be read. */
export function fileNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Makes a folder and those above it. */
export function makeFolder(folder: string, mode = 0o755): void {
  mkdirSync(folder, { recursive: true, mode });
}

/** Has a folder's names outlast a power cut, where the system can. */
export function flushFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows opens no folder, and keeps its names by itself.
  }
}
