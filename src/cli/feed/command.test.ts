import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { feedCommand } from './command.ts';
import { shopsOf, withoutCourse, writeLines } from './feed.fixture.ts';

const root = resolve(import.meta.dirname, '../../..');
const DAY = '2026-11-20';
/** What a process of its own takes for now, whatever day the test runs on: a feed of a day to come is refused. */
const NOW = Date.UTC(2026, 10, 29, 12);
const shiftedDate = join(root, 'src/tools/test/shifted-date.mjs');

let folder = '';
let whole: readonly Session[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-command-'));
  whole = shopsOf(8);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);

describe('npm run feed', { timeout: 120_000 }, () => {
  /** In this process. */
  const run = async (...args: string[]) => {
    const said = { stdout: '', stderr: '' };
    const status = await feedCommand(args, {
      say: (text) => {
        said.stdout += `${text}\n`;
      },
      complain: (text) => {
        said.stderr += `${text}\n`;
      },
    });
    return { status, ...said };
  };
  /** The same in a process of its own. */
  const runAlone = (...args: string[]) => {
    const realNow = Date.now() - Number(process.env.TEST_TIME_OFFSET_MS ?? 0);
    const env = { ...process.env, TEST_TIME_OFFSET_MS: String(NOW - realNow) };
    const command = [
      '--import',
      shiftedDate,
      '--import',
      'tsx',
      join(root, 'src/cli/feed/feed.ts'),
      ...args,
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  };

  it('reads much in several processes, names bad lines by file and line, and goes on', () => {
    const input = writeLines(place('much.ndjson'), whole);
    const text = readFileSync(input, 'utf8').split('\n');
    const [one] = whole;
    const wrong = [
      { session: { ...one, room: { ...one?.room, startedAt: 'noon' } } },
      { ...one, room: undefined },
    ].map((line) => JSON.stringify(line));
    text.splice(300, 0, '{"session":', ...wrong, '');
    writeFileSync(input, text.join('\n'));
    const { status, stdout, stderr } = runAlone(
      input,
      '--out',
      place('much'),
      '--day',
      DAY,
      '--all-agreed',
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('480 sessions read. Files: 1.');
    expect(stdout).toMatch(/much\.ndjson:301: This is no session: it is not JSON \(.+\)\.\n/);
    expect(stdout).toMatch(
      /much\.ndjson:302: This is no session: at session\.room\.startedAt, number is expected and "noon" was found\.\n/,
    );
    expect(stdout).toMatch(/much\.ndjson:303: This is no session: room is missing\.\n/);
    expect(stdout).toContain('8 LIVEs are left out: they were still running.');
    expect(stdout).not.toMatch(/\{\w+\}|cli_feed|undefined|NaN/);
    const index = readIndex(readFileSync(join(place('much'), 'index.json'), 'utf8'), unixMs(NOW));
    expect(index.ok && index.value.slices.length > 0).toBe(true);
  });

  it('prints the schemas of both files', async () => {
    const { status, stdout } = await run('--schema');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      index: { properties: { format: { const: 'live-diagnosis-feed' } } },
      slice: { properties: { format: { const: 'live-diagnosis-feed-slice' } } },
    });
    const help = (await run('--help')).stdout;
    expect(help).toMatch(/^ {2}--out DIR {2,}\S/m);
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('refuses what it cannot do with exit code 2 and leaves what is there', async () => {
    mkdirSync(place('mine'));
    writeFileSync(place('mine/notes.txt'), 'keep me');
    const input = writeLines(place('one.ndjson'), whole.slice(1, 3).map(withoutCourse));
    expect(runAlone(input, '--out', place('mine'))).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(place('mine/notes.txt'), 'utf8')).toBe('keep me');
    expect(await run(input, '--out', place('small'))).toMatchObject({ status: 2, stdout: '' });
    expect(await run(input)).toMatchObject({ status: 2 });
    expect((await run('--out', place('x'))).stderr).toContain('Name the files or folders');
    expect((await run(input, '--out', place('x'), '--days', 'three')).stderr).toContain('--days');
    expect((await run(place('nowhere.json'), '--out', place('x'))).stderr).toContain(
      'can’t be read',
    );
    expect((await run(input, '--out', place('x'), '--engine', 'spark')).stderr).toContain(
      '--engine',
    );
  });

  it('says how ClickHouse is installed where it is not, before it reads anything', async () => {
    vi.stubEnv('XDG_CACHE_HOME', place('no cache'));
    const args = [place('nowhere.json'), '--out', place('x'), '--engine', 'clickhouse'];
    const { status, stderr } = await run(...args);
    vi.unstubAllEnvs();
    expect(status).toBe(2);
    expect(stderr).toContain('npm run feed:install-clickhouse');
    expect(stderr).not.toContain('nowhere');
    expect(existsSync(place('x'))).toBe(false);
  });
});
