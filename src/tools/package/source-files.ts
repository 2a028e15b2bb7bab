import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './folder-files.ts';

/** What the project is made of, by what lies at its top. All of it is written by hand or follows from nothing else. */
const SOURCE = [
  '.ci',
  '.gitignore',
  '.npmrc',
  'README.md',
  'biome.json',
  'findings',
  'knip.json',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/** The paths of all that the source archive holds; the same in a checkout and where the archive was unpacked. */
export const sourceFiles = (root: string): readonly string[] => filesBelow(root, SOURCE);

/**
 * Why nobody could make the same source archive from the last commit, a line a file; none where there is no checkout, as
 * in an unpacked archive.
 */
export function beyondCommit(root: string): readonly string[] {
  if (!existsSync(join(root, '.git'))) return [];
  const status = ['status', '--porcelain', '--untracked-files=no', '--no-renames', '-z'];
  const changed = git(root, ...status).map((line) => `${line.slice(3)} is not as it was committed`);
  return [...changed, ...outOfStep(sourceFiles(root), git(root, 'ls-files', '-z'))];
}

/** Where what an archive holds and what is committed differ, a line a file. */
export function outOfStep(held: readonly string[], committed: readonly string[]): string[] {
  const [known, packed] = [new Set(committed), new Set(held)];
  return [
    ...held.filter((file) => !known.has(file)).map((file) => `${file} is in no commit`),
    ...committed.filter((file) => !packed.has(file)).map((file) => `${file} would be left out`),
  ];
}

const git = (root: string, ...args: readonly string[]): string[] =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter(Boolean);
