import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRoomForTokens, readTokens } from './token-store.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tokens-')), 'kept');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const tokens = (nth: number) => ({
  accessToken: `access-${nth}`,
  refreshToken: `refresh-${nth}`,
  cipher: 'cipher',
});
const file = (name: string): string => join(folder, name);
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the tokens of a shop', () => {
  it('are kept whole, for their owner alone, from the moment that room is made for them', () => {
    const room = makeRoomForTokens(folder, 'north');
    expect(modeOf(folder)).toBe(0o700);
    expect(modeOf(file('north.json.next'))).toBe(0o600);
    room.keep(tokens(1));
    expect(readTokens(folder, 'north')).toEqual(tokens(1));
    expect(modeOf(file('north.json'))).toBe(0o600);
    expect(existsSync(file('north.json.next'))).toBe(false);
    expect(readFileSync(file('north.json'), 'utf8')).toBe(`${JSON.stringify(tokens(1))}\n`);
  });

  it('are their owner’s alone although a file that others read lay in their place', () => {
    makeRoomForTokens(folder, 'north').keep(tokens(1));
    for (const name of ['north.json', 'north.json.next']) {
      writeFileSync(file(name), '{}');
      chmodSync(file(name), 0o644);
    }
    makeRoomForTokens(folder, 'north').keep(tokens(2));
    expect(modeOf(file('north.json'))).toBe(0o600);
    expect(readTokens(folder, 'north')).toEqual(tokens(2));
  });

  it('stay as they were where none came, and where a run was killed before they came', () => {
    makeRoomForTokens(folder, 'north').keep(tokens(1));
    makeRoomForTokens(folder, 'north').drop();
    expect(existsSync(file('north.json.next'))).toBe(false);
    makeRoomForTokens(folder, 'north');
    expect(readTokens(folder, 'north')).toEqual(tokens(1));
  });

  it('are taken from where a run that was killed had written them, unless newer ones were put in their place', () => {
    makeRoomForTokens(folder, 'north').keep(tokens(1));
    writeFileSync(file('north.json.next'), JSON.stringify(tokens(2)));
    expect(readTokens(folder, 'north')).toEqual(tokens(2));
    expect(readTokens(folder, 'north')).toEqual(tokens(2));
    writeFileSync(file('north.json.next'), JSON.stringify(tokens(3)));
    utimesSync(file('north.json.next'), 1, 1);
    expect(readTokens(folder, 'north')).toEqual(tokens(2));
  });

  it('have room made for them before they are asked for: where it can’t be made, that is said at once', () => {
    writeFileSync(folder, 'a file, no folder');
    expect(() => makeRoomForTokens(folder, 'north')).toThrow();
  });

  it('fit into the room however long and however strange their letters are', () => {
    const strange = {
      ...tokens(1),
      accessToken: '"\\'.repeat(2000),
      refreshToken: '\\'.repeat(4000),
    };
    makeRoomForTokens(folder, 'north').keep(strange);
    expect(readTokens(folder, 'north')).toEqual(strange);
  });
});
