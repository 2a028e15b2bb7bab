import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Peaks of a process with all that it started; absent where /proc doesn't tell. */
export interface Peaks {
  /** Largest sum of resident memory at one time, in bytes. */
  readonly together: number | undefined;
  /** Largest resident memory of a single process (VmHWM), in bytes. */
  readonly single: number | undefined;
  /** Largest size of the folder for temporary files, in bytes. */
  readonly folder: number;
}

/** Looks at a process now and then until it is stopped. */
export function watchPeaks(pid: number, folder: string): () => Peaks {
  let [together, single, size] = [0, 0, 0];
  const look = (): void => {
    const statuses = treeOf(pid).map(statusOf);
    together = Math.max(
      together,
      statuses.reduce((sum, { now }) => sum + now, 0),
    );
    single = Math.max(single, ...statuses.map(({ most }) => most));
    size = Math.max(size, sizeOf(folder));
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    const known = (value: number) => (value === 0 ? undefined : value);
    return { together: known(together), single: known(single), folder: size };
  };
}

function treeOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of namesIn('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = /^PPid:\s+(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = [pid];
  for (const one of tree)
    for (const [child, parent] of parents) if (parent === one) tree.push(child);
  return tree;
}

function statusOf(pid: number): { readonly now: number; readonly most: number } {
  const text = textOf(`/proc/${pid}/status`);
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Bytes of all files of a folder; what goes while it is looked at counts nothing. */
function sizeOf(folder: string): number {
  return namesIn(folder).reduce((sum, name) => {
    try {
      const path = join(folder, name);
      const stat = statSync(path);
      return sum + (stat.isDirectory() ? sizeOf(path) : stat.size);
    } catch {
      return sum;
    }
  }, 0);
}
