import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtSizeOf } from './built-size.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-size-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const page =
  '<script type="module" crossorigin src="/assets/panel.js"></script>' +
  '<link rel="stylesheet" crossorigin href="../../assets/panel.css">';

describe('the size of a build', () => {
  it('counts what the page names and what its scripts import, once each, and not what comes later', () => {
    write({
      'src/panel/panel.html': page,
      'assets/panel.js':
        'import{a as b}from"./one.js";import"./two.js";const c=()=>import("./later.js");',
      'assets/one.js': "export * from './two.js';",
      'assets/two.js': 'import{d}from"./one.js";export{d};',
      'assets/later.js': 'x'.repeat(5_000),
      'assets/panel.css': 'a{color:red}'.repeat(100),
    });
    const { opening, total } = builtSizeOf(folder);
    expect(opening.files[0]).toBe('src/panel/panel.html');
    expect([...opening.files].sort()).toEqual([
      'assets/one.js',
      'assets/panel.css',
      'assets/panel.js',
      'assets/two.js',
      'src/panel/panel.html',
    ]);
    expect(total.files).toBe(6);
    expect(total.bytes - opening.bytes).toBe(5_000);
    expect(opening.gzip).toBeLessThan(opening.bytes);
  });

  it('is refused where a file is missing', () => {
    write({ 'src/panel/panel.html': page });
    expect(() => builtSizeOf(folder)).toThrow(/panel\.(css|js)/);
  });
});
