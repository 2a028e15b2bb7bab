import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { forkScript } from '../../cli/fork-script.ts';
import { simulateLives } from '../bench/feed/simulate.ts';

const root = resolve(import.meta.dirname, '../../..');
const access = { CLICKHOUSE_USER: 'agency', CLICKHOUSE_PASSWORD: 'a quiet word' };

/** What a build said, and what it wrote by path; the time of the build is no part of it. */
export interface BuiltFiles {
  readonly status: unknown;
  readonly said: string;
  /** What a build that failed complained of. */
  readonly problem: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A folder with simulated sessions, and feeds built of them by the command, each in a process of its own. */
export interface Building {
  readonly place: (name: string) => string;
  /** Writes the simulated sessions `from` to `to` into files in a folder. */
  readonly simulate: (folder: string, from: number, to: number) => Promise<string>;
  readonly build: (out: string, ...args: readonly string[]) => Promise<BuiltFiles>;
  /** The address of a stand-in of a ClickHouse server, which is started for the first who asks. */
  readonly server: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export function openBuilding(seed: string): Building {
  const folder = mkdtempSync(join(tmpdir(), 'feed-engines-'));
  const place = (name: string): string => join(folder, name);
  let standIn: ChildProcess | undefined;
  let url: Promise<string> | undefined;
  return {
    place,
    simulate: async (name, from, to) => {
      await simulateLives(place(name), seed, { from, to });
      return place(name);
    },
    build: async (out, ...args) => {
      const command = ['--import', 'tsx', 'src/cli/feed/feed.ts', ...args, '--out', place(out)];
      const child = spawn(process.execPath, command, {
        cwd: root,
        env: { ...process.env, ...access },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [stdout, stderr, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ]);
      const said = stdout.replaceAll(place(out), 'OUT');
      const problem = status === 0 ? '' : stderr;
      return { status, said, problem, files: status === 0 ? filesIn(place(out)) : new Map() };
    },
    server: () => {
      url ??= startServer();
      return url;
    },
    close: async () => {
      if (standIn?.connected === true) {
        standIn.disconnect();
        await once(standIn, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function startServer(): Promise<string> {
    Object.assign(process.env, access);
    standIn = forkScript(new URL('./clickhouse-stand-in.ts', import.meta.url));
    const [port] = v.parse(v.tuple([v.number()]), (await once(standIn, 'message')).slice(0, 1));
    return `http://127.0.0.1:${port}`;
  }
}

function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();
  const read = (name: string): string =>
    readFileSync(join(folder, name), 'utf8').replaceAll(/"updatedAt": \d+/g, '"updatedAt": 0');
  return new Map(names.map((name) => [name, read(name)]));
}
