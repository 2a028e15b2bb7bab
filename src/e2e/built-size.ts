import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How large a built extension is; all sizes in bytes. */
export interface BuiltSize {
  /** What the panel loads before its first paint. */
  readonly opening: {
    /** Paths within the build, the page first. */
    readonly files: readonly string[];
    readonly bytes: number;
    /** Each file compressed by itself. The browser reads them uncompressed from disk; this is for comparison. */
    readonly gzip: number;
  };
  /** The whole folder. */
  readonly total: { readonly files: number; readonly bytes: number };
}

const PAGE = 'src/panel/panel.html';

/**
 * Measures a build: the panel's page, the scripts and style sheets it names, and whatever those
 * scripts import statically. What is loaded later by `import()` doesn't count as part of the opening.
 * Throws when a file that is named isn't there.
 */
export function builtSizeOf(folder: string): BuiltSize {
  const files = openingFiles(folder);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((entry) => entry.isFile());
  return {
    opening: {
      files,
      bytes: sum(files.map((file) => statSync(join(folder, file)).size)),
      gzip: gzipOf(folder, files),
    },
    total: { files: all.length, bytes: sum(all.map(({ size }) => size)) },
  };
}

/** The bytes of files of a build, each compressed by itself. */
export const gzipOf = (folder: string, files: readonly string[]): number =>
  sum(files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length));

/** A built script and all that it imports statically, by their paths within the build. */
export function withImports(folder: string, script: string): readonly string[] {
  const found = new Set<string>();
  const wanted = [script];
  for (let file = wanted.pop(); file !== undefined; file = wanted.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    wanted.push(...importsOf(folder, file));
  }
  return [...found];
}

function openingFiles(folder: string): string[] {
  const page = readFileSync(join(folder, PAGE), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(PAGE), path),
  );
  const all = wanted.flatMap((file) => (file.endsWith('.js') ? withImports(folder, file) : [file]));
  return [...new Set([PAGE, ...all])];
}

/** The files that a built script imports statically; `import("./x.js")` isn't matched. */
function importsOf(folder: string, file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*(["'])(\.{1,2}\/[^"']+\.js)\1/g)].map(
    ([, , path = '']) => posix.join(posix.dirname(file), path),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
