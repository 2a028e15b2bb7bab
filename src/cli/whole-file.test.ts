import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdFolder } from './collect/hold-folder.ts';
import { fileNames, sweepParts, writeWhole } from './whole-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

describe('a file that is written whole', () => {
  it('replaces the old one, in folders that are made, and leaves nothing beside it', () => {
    writeWhole(file('a/b/one.json'), 'old');
    writeWhole(file('a/b/one.json'), 'new');
    expect(readFileSync(file('a/b/one.json'), 'utf8')).toBe('new');
    expect(fileNames(file('a/b'))).toEqual(['one.json']);
  });

  it('is not written through the part of another writer of the same file', () => {
    writeFileSync(file('one.json.part'), 'another writer’s');
    writeFileSync(file('.one.json.1.part'), 'a third one’s');
    writeWhole(file('one.json'), 'mine');
    expect(readFileSync(file('one.json'), 'utf8')).toBe('mine');
    expect(readFileSync(file('one.json.part'), 'utf8')).toBe('another writer’s');
    expect(readFileSync(file('.one.json.1.part'), 'utf8')).toBe('a third one’s');
  });

  it('leaves no part behind where it can’t take its place', () => {
    mkdirSync(file('one.json/inside'), { recursive: true });
    expect(() => writeWhole(file('one.json'), 'text')).toThrow();
    expect(fileNames(folder)).toEqual(['one.json']);
  });

  it('has what killed runs left of it swept away, and nothing else', () => {
    for (const name of ['.one.json.1.part', 'one.json', 'my.part', '.lock'])
      writeFileSync(file(name), '');
    sweepParts(folder);
    expect(fileNames(folder)).toEqual(['.lock', 'my.part', 'one.json']);
    expect(() => sweepParts(file('none'))).not.toThrow();
  });
});

describe('a folder that is held', () => {
  it('is one holder’s at a time, until that lets go', () => {
    const first = holdFolder(folder);
    expect(holdFolder(folder)).toBe('in-use');
    if (typeof first !== 'string') first();
    const second = holdFolder(folder);
    expect(typeof second).toBe('function');
    if (typeof second !== 'string') second();
  });

  it('is made where it isn’t there, and said to be unwritable where it can’t be', () => {
    const hold = holdFolder(file('a/b'));
    expect(existsSync(file('a/b'))).toBe(true);
    if (typeof hold !== 'string') hold();
    writeFileSync(file('no-folder'), '');
    expect(holdFolder(file('no-folder'))).toBe('unwritable');
  });
});
