import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { now } from '../../platform/current-time.ts';
import { environmentOf, testDay } from '../test/day.ts';
import { bytesOfFiles, filesBelow } from './folder-files.ts';

/** As far from this machine as can be: another day and zone, words sorted by other rules, another mode of work. */
const THERE = { day: '2031-02-28T23:50', zone: 'Pacific/Kiritimati' };
const OTHER_WAYS = { LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'development' };

/**
 * The packages that a source archive makes by itself, as a reviewer would: unpacked into a folder of another name and
 * depth, with packages installed anew, on another day and in another zone.
 *
 * @throws where that fails
 */
export function madeElsewhere(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const above = mkdtempSync(join(tmpdir(), 'made-elsewhere-'));
  const root = join(above, 'a folder', 'of another name');
  try {
    for (const [path, content] of Object.entries(unzipSync(archive))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const at = now();
    const day = testDay(THERE, at);
    const here = ownEnvironment();
    const there = day === undefined ? here : environmentOf(day, at, here);
    npm(root, here, 'ci', '--prefer-offline');
    npm(root, { ...there, ...OTHER_WAYS }, 'run', '--silent', 'package');
    const made = join(root, 'packages');
    return bytesOfFiles(made, filesBelow(made, ['.']));
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

/** The names of packages that differ, or that only one of both has. */
export function differing(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  });
}

/** What this process was given, without what npm and the build told it about this project. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_.*|NODE_ENV|INIT_CWD)$/i.test(name)),
  );

function npm(cwd: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): void {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env, shell, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed there:\n${stdout}${stderr}`);
}
