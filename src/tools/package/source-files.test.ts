import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beyondCommit, outOfStep, sourceFiles } from './source-files.ts';

const project = resolve(import.meta.dirname, '../../..');

describe('the source archive of this project', () => {
  it.skipIf(!existsSync(join(project, '.git')))(
    'holds all that git knows, and nothing else',
    () => {
      const known = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
        cwd: project,
        encoding: 'utf8',
      })
        .split('\0')
        .filter((file) => file !== '' && existsSync(join(project, file)));
      expect(outOfStep(sourceFiles(project), known)).toEqual([]);
    },
  );

  it('holds what a build needs, and nothing that a build makes', () => {
    const files = sourceFiles(project);
    for (const file of ['package-lock.json', 'manifest.json', 'src/README.md', 'README.md']) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /(?:^|\/)(?:node_modules|dist|packages)\//.test(file))).toEqual(
      [],
    );
  });
});

describe('what stands between an archive and the last commit', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@page.invalid', ...args], {
      cwd: folder,
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'source-'));
    for (const name of ['.ci', 'findings', 'public', 'src']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'one.txt'), name);
    }
    const top =
      '.npmrc README.md biome.json knip.json manifest.json package-lock.json package.json';
    for (const name of `${top} tsconfig.json vite.config.ts`.split(' ')) {
      writeFileSync(join(folder, name), name);
    }
    writeFileSync(join(folder, '.gitignore'), 'ignored.txt\n');
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'all');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is nothing in a clean checkout, nor where there is none', () => {
    expect(beyondCommit(folder)).toEqual([]);
    rmSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, 'src/new.txt'), '');
    expect(beyondCommit(folder)).toEqual([]);
  });

  it('is what was changed, added, or lies there unseen by git', () => {
    writeFileSync(join(folder, 'src/one.txt'), 'changed');
    writeFileSync(join(folder, 'src/ignored.txt'), '');
    expect(beyondCommit(folder)).toEqual([
      'src/one.txt is not as it was committed',
      'src/ignored.txt is in no commit',
    ]);
  });

  it('is what was committed and isn’t among what an archive holds', () => {
    writeFileSync(join(folder, 'LICENSE'), '');
    git('add', '-A');
    git('commit', '-qm', 'more');
    expect(beyondCommit(folder)).toEqual(['LICENSE would be left out']);
  });
});
