import { readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { unixMs } from '../../../metrics/time.ts';
import type { TerminalText } from '../../text.ts';
import type { SourceFile } from './task.ts';

const kinds: Readonly<Record<string, SourceFile['kind']>> = {
  '.json': 'json',
  '.ndjson': 'lines',
  '.jsonl': 'lines',
  '.xlsx': 'export',
  '.csv': 'export',
};

type Found =
  | { readonly ok: true; readonly files: readonly SourceFile[] }
  | { readonly ok: false; readonly problem: TerminalText };

/**
 * The files behind what the command line names, folders with all that lies in them, each file once
 * and in the order of their paths. What is named and can't be read is a problem; what only lies in a
 * folder and is no session file is passed by.
 *
 * @param except a folder that is left out: a feed built earlier holds no sessions
 */
export function filesOf(paths: readonly string[], except: string): Found {
  const found = new Map<string, Stats>();
  for (const path of paths) {
    const whole = resolve(path);
    try {
      if (statSync(whole).isDirectory()) walk(whole, resolve(except), found);
      else if (kinds[extname(whole).toLowerCase()] === undefined)
        return problem('cli_feed_unknown_kind', path);
      else found.set(whole, statSync(whole));
    } catch {
      return problem('cli_feed_unreadable', path);
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ok: true,
    files: sorted.map(([path, { size, mtimeMs }], place) => ({
      place,
      path,
      bytes: size,
      changed: unixMs(mtimeMs),
      kind: kinds[extname(path).toLowerCase()] ?? 'json',
      owner: dirname(path),
    })),
  };
}

function walk(folder: string, except: string, found: Map<string, Stats>): void {
  if (folder === except) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, except, found);
    else if (kinds[extname(path).toLowerCase()] !== undefined) found.set(path, statSync(path));
  }
}

function problem(key: 'cli_feed_unknown_kind' | 'cli_feed_unreadable', path: string) {
  return { ok: false, problem: { key, values: { file: { kind: 'text', text: path } } } } as const;
}
