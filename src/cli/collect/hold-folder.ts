import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { makeFolder } from '../whole-file.ts';

/**
 * Holds a folder for this run alone, until it lets go or ends in whatever way: the system keeps the lock, and frees
 * that of a run that was killed. Answers how to let go, or why it isn't held.
 */
export function holdFolder(folder: string): (() => void) | 'in-use' | 'unwritable' {
  try {
    makeFolder(folder, 0o700);
    const file = openSync(join(folder, '.lock'), 'a+', 0o600);
    if (tryLock(file)) return () => closeSync(file);
    closeSync(file);
    return 'in-use';
  } catch {
    return 'unwritable';
  }
}
