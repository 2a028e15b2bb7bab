import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files of a folder, or the one file, by their paths below `root` with `/` between, whatever the system sorts by. */
export function filesBelow(root: string, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => {
      const path = join(root, name);
      if (statSync(path).isFile()) return [path];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    })
    .map((path) => relative(root, path).replaceAll(sep, '/'))
    .sort();
}

/** What files hold, by these paths. */
export const bytesOfFiles = (
  root: string,
  files: readonly string[],
): ReadonlyMap<string, Uint8Array> =>
  new Map(files.map((file) => [file, readFileSync(join(root, file))]));
