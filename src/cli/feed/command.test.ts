import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
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

  it('keeps rows in an empty folder alone, and takes none that lack something', async () => {
    const input = writeLines(place('few.ndjson'), whole.slice(1, 3).map(withoutCourse));
    const out = ['--out', place('x')];
    expect((await run(input, ...out, '--to-parquet', folder)).stderr).toContain('not empty');
    // The sessions are too few for a feed, and are kept all the same.
    await run(input, ...out, '--to-parquet', place('rows'));
    expect(readdirSync(place('rows'))).toEqual(['00000.parquet']);
    const rows = `${place('rows')}/*.parquet`;
    expect((await run('--parquet', rows, input, ...out)).stderr).toContain('--parquet stands in');
    expect((await run('--parquet', rows, ...out)).stderr).toContain('Nothing was written');
    const nothing = (await run('--parquet', `${place('none')}/*.parquet`, ...out)).stderr;
    expect(nothing).toMatch(/Nothing can be built: .+ answers “.*No files found/);
    const instance = await DuckDBInstance.create(':memory:');
    const database = await instance.connect();
    const of = `(select * exclude open_api from '${rows}')`;
    await database.run(`copy ${of} to '${place('foreign.parquet')}' (format parquet)`);
    database.closeSync();
    instance.closeSync();
    const foreign = (await run('--parquet', place('foreign.parquet'), ...out)).stderr;
    expect(foreign).toContain('open_api');
  });

  it('names no user of a server, which others could see, and says when it does not answer', async () => {
    const input = writeLines(place('two.ndjson'), whole.slice(1, 3).map(withoutCourse));
    const by = (url: string) => run(input, '--out', place('x'), '--clickhouse', url);
    expect((await by('https://me:secret@127.0.0.1:8443')).stderr).toContain('--clickhouse');
    expect((await by('127.0.0.1:8123')).stderr).toContain('--clickhouse');
    expect((await by('http://127.0.0.1:1')).stderr).toMatch(
      /Nothing can be built: http:.+ answers “.*ECONNREFUSED/,
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
