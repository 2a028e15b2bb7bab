import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** What a build is made of; tests and what drives the product from outside are no part of it. */
const SOURCES = ['src', 'public', 'manifest.json', 'vite.config.ts', 'package.json'];
const OUTSIDE = /^(e2e|demo|cli)\b|\.(test|fixture)\.tsx?$/;

/** Builds the extension if there is no build, or if something it is made of is newer. */
export async function ensureBuild(root: string, tell: (line: string) => void): Promise<void> {
  const built = join(root, 'dist/manifest.json');
  const changed = SOURCES.flatMap((name) => filesOf(join(root, name)));
  const newest = Math.max(...changed.map((path) => statSync(path).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  tell('Building the extension …');
  await build({ root, logLevel: 'warn' });
}

/** The file itself, or every file below a folder. */
function filesOf(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !OUTSIDE.test(name))
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}
