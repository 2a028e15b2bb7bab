import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BEAUTY,
  build,
  DAY,
  feedNow,
  indexIn,
  shopsOf,
  sliceIn,
  withoutCourse,
  writeLines,
} from '../feed/feed.fixture.ts';
import { publishCommand } from './command.ts';

let folder = '';
const place = (name: string): string => join(folder, name);
const days = ['--day', DAY, '--days', '1'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  writeLines(place('sessions.ndjson'), shopsOf(8).map(withoutCourse));
  const sessions = place('sessions.ndjson');
  await build(sessions, '--out', place('named'), ...days, '--all-agreed');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => void vi.setSystemTime(feedNow * 1000));
afterEach(() => void vi.useRealTimers());

/** A feed of its own for a test, as it was built. */
function feed(name: string): string {
  cpSync(place('named'), place(name), { recursive: true });
  return place(name);
}

function run(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const status = publishCommand(args, {
    say: (text) => {
      said.stdout += `${text}\n`;
    },
    complain: (text) => {
      said.stderr += `${text}\n`;
    },
  });
  expect(said.stdout + said.stderr).not.toMatch(/\{\w+\}|cli_|undefined|NaN/);
  return { status, ...said };
}

/** Names, bytes and times of all files below a folder. */
const stateOf = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(join(path, name));
      return [name, size, mtimeMs];
    });

const pathOf = (version: 'v1' | 'v2'): string =>
  version === 'v1' ? `v1/US/${BEAUTY}/${DAY}.json` : `v2/US/${BEAUTY}/attributed/${DAY}.json`;

function change(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

describe('npm run publish', { timeout: 60_000 }, () => {
  it('checks a feed as it was built, writes the headers once, and keeps what else they say', () => {
    const out = feed('fit');
    writeFileSync(join(out, '_headers'), '/about\n  X-Mine: 1\n');
    const first = run(out, '--all-agreed');
    expect(first, first.stderr).toMatchObject({ status: 0, stderr: '' });
    const { length } = indexIn(out).slices;
    expect(first.stdout).toContain(`Slices: ${length}.`);
    const headers = readFileSync(join(out, '_headers'), 'utf8');
    expect(headers).toMatch(/^\/about\n {2}X-Mine: 1\n/);
    expect(headers).toContain('/index.json\n  Cache-Control: public, max-age=3600');
    const before = stateOf(out);
    const again = run(out, '--all-agreed');
    expect(again.stdout).toContain(`came: 0, went: 0, changed: 0, stayed: ${length}.`);
    expect(stateOf(out)).toEqual(before);
    change(join(out, '_headers'), '# End of', '# Edge of');
    expect(run(out, '--all-agreed').stderr).toContain('_headers');
  });

  it('says of each slice what became of it since the last time', async () => {
    const out = feed('changes');
    run(out, '--all-agreed');
    const lives = sliceIn(out).lives;
    await build(place('sessions.ndjson'), '--out', out, ...days);
    const rooms = run(out);
    expect(rooms.status, rooms.stderr).toBe(0);
    expect(rooms.stdout).toContain(`other LIVEs are named: US ${BEAUTY} attributed ${DAY}`);
    const some = shopsOf(8).filter((_, nth) => nth % 9 !== 0);
    const fewer = writeLines(place('fewer.ndjson'), some.map(withoutCourse));
    await build(fewer, '--out', out, ...days, '--afresh');
    const now = sliceIn(out);
    expect(now.lives).toBeLessThan(lives);
    expect(run(out).stdout).toContain(
      `changed: US ${BEAUTY} attributed ${DAY}, ${now.lives} LIVEs of ${now.shops} shops, ${lives} before.`,
    );
    await build(fewer, '--out', out, '--day', '2026-11-21', '--days', '1', '--afresh');
    const { stdout } = run(out);
    expect(stdout).toContain(`went: US ${BEAUTY} attributed ${DAY}, ${now.lives} LIVEs`);
    expect(stdout).toContain(`came: US ${BEAUTY} attributed 2026-11-21, `);
  });

  it('refuses who is named without having agreed, in either version', () => {
    const out = feed('named-unasked');
    const creators = sliceIn(out).rooms.map(({ creator }) => creator);
    expect(creators.length).toBeGreaterThan(0);
    const { status, stderr } = run(out);
    expect(status).toBe(2);
    expect(stderr).toContain(`it names ${creators[0]}`);
    const all = new Set(
      indexIn(out).slices.flatMap(({ category, day }) =>
        sliceIn(out, category, day).rooms.flatMap(({ creator }) => creator ?? []),
      ),
    );
    writeFileSync(place('agreed'), [...all].join('\n'));
    expect(run(out, '--agreed', place('agreed')).status).toBe(0);
    change(join(out, pathOf('v1')), `"creator":"${creators[0]}"`, '"creator":"shop.x"');
    const old = run(out, '--agreed', place('agreed'));
    expect(old.stderr).toContain(`${pathOf('v1')}: it names shop.x`);
  });

  it('refuses what the extension would refuse, and what no reader sees, and writes nothing', () => {
    const wrong: readonly (readonly [what: string, path: string, says: RegExp])[] = [
      ['figures', pathOf('v2'), /impossible figures/],
      ['missing', pathOf('v2'), /isn’t there/],
      ['small', pathOf('v2'), /fewer than 5 shops/],
      ['link', pathOf('v2'), /a link/],
      ['bytes', pathOf('v1'), /another size/],
      ['unnamed', 'v2/US/999999/attributed/2026-11-20.json', /no index names it/],
      ['sessions', 'data/shop.ndjson', /sessions/],
      ['index', 'index.json', /could do harm/],
    ];
    for (const [what, path, says] of wrong) {
      const out = feed(`wrong-${what}`);
      const file = join(out, path);
      if (what === 'figures') change(file, /"p10":[\d.]+/, '"p10":9e9');
      else if (what === 'missing') rmSync(file);
      else if (what === 'small') change(file, /"shops":\d+/, '"shops":4');
      else if (what === 'bytes') writeFileSync(file, `${readFileSync(file, 'utf8')} `);
      else if (what === 'index') change(file, /"path": "[^"]+"/, '"path": "../secret.json"');
      else if (what === 'link') {
        writeFileSync(place('elsewhere.json'), readFileSync(file));
        rmSync(file);
        symlinkSync(place('elsewhere.json'), file);
      } else {
        mkdirSync(join(file, '..'), { recursive: true });
        writeFileSync(file, '{}');
      }
      const before = stateOf(out);
      const { status, stdout, stderr } = run(out, '--all-agreed');
      expect([what, status, stdout]).toEqual([what, 2, '']);
      expect(stderr, what).toMatch(says);
      expect(stderr, what).toContain(path);
      expect(stateOf(out), what).toEqual(before);
    }
  });

  it('refuses figures of the Open API that nobody confirmed the right to publish', () => {
    const out = feed('unconfirmed');
    change(
      join(out, 'index.json'),
      '"successor": {',
      '"successor": { "openApi": { "rightsConfirmed": false },',
    );
    expect(run(out, '--all-agreed')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--rights-confirmed'),
    });
    change(join(out, 'index.json'), '"rightsConfirmed": false', '"rightsConfirmed": true');
    expect(run(out, '--all-agreed').status).toBe(0);
  });

  it('says what nginx needs, and what it can do', () => {
    expect(run('--nginx').stdout).toContain('add_header Cache-Control "public, max-age=3600');
    expect(run('--help').stdout).toMatch(/^ {2}--all-agreed {2,}\S/m);
    expect(run().status).toBe(2);
    expect(run(place('nowhere')).status).toBe(2);
  });
});
