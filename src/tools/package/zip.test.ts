import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOfFiles, filesBelow } from './folder-files.ts';
import { zipOf } from './zip.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const made = {
  'manifest.json': '{"version":"1.0.0"}',
  'assets/b.js': 'console.log("b");'.repeat(50),
  'assets/a.js': 'console.log("a");',
  'Z.txt': '',
  'words/ไทย.json': '{"live":"ไลฟ์"}',
};

/** A folder of these files, written in this order at this time. */
function written(name: string, files: readonly (readonly [string, string])[], at: string): string {
  const root = join(folder, name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    utimesSync(join(root, path), new Date(at), new Date(at));
  }
  return root;
}

const digestOf = (root: string): string =>
  createHash('sha256')
    .update(zipOf(bytesOfFiles(root, filesBelow(root, ['.']))))
    .digest('hex');

describe('a zip', () => {
  it('is the same of the same files, wherever, when and in whichever order they were written', () => {
    const files = Object.entries(made);
    const one = digestOf(written('one', files, '2026-12-01T10:00:00Z'));
    const other = digestOf(written('two/deeper', files.toReversed(), '1999-01-01T23:59:00Z'));
    expect(other).toBe(one);
  });

  it('bears the same time in every zone and on every day', () => {
    const zip = zipOf(new Map([['a.txt', new Uint8Array([1, 2, 3])]]));
    // 12:00:00 in two bytes, 1 January 1980 in two more, as zips keep them.
    expect([...zip.subarray(10, 14)]).toEqual([0x00, 0x60, 0x21, 0x00]);
  });

  it('is another one where a file holds something else or has another name', () => {
    const one = zipOf(new Map([['a.txt', new Uint8Array([1])]]));
    expect(zipOf(new Map([['a.txt', new Uint8Array([2])]]))).not.toEqual(one);
    expect(zipOf(new Map([['b.txt', new Uint8Array([1])]]))).not.toEqual(one);
  });

  it('holds each file under its path, sorted', () => {
    const root = written('one', Object.entries(made), '2026-12-01T10:00:00Z');
    const unpacked = unzipSync(zipOf(bytesOfFiles(root, filesBelow(root, ['.']))));
    expect(Object.keys(unpacked)).toEqual([
      'Z.txt',
      'assets/a.js',
      'assets/b.js',
      'manifest.json',
      'words/ไทย.json',
    ]);
    const texts = Object.entries(unpacked).map(([path, bytes]) => [path, strFromU8(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(made);
  });
});
