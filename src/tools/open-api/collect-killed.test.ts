import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Collecting, collecting } from './collecting.fixture.ts';

const root = resolve(import.meta.dirname, '../../..');

let here: Collecting;
let child: ChildProcess | undefined;
const begin = async (...given: Parameters<typeof collecting>): Promise<Collecting> => {
  here = await collecting(...given);
  return here;
};
afterEach(async () => {
  child?.kill('SIGKILL');
  const leaks = here.leaks();
  await here.close();
  expect(leaks).toEqual([]);
});

/** Starts the command as a process of its own; answers how it ends. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/collect/collect.ts', ...args],
    {
      cwd: root,
      env: { ...process.env, ...here.environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child = started;
  for (const output of [started.stdout, started.stderr])
    output.on('data', (data: Buffer) => here.hear(data.toString()));
  return {
    process: started,
    ended: new Promise((done) => {
      started.once('exit', (code, signal) => done(signal ?? code));
    }),
  };
}

/** What was collected, but for the times at which it was read. */
const collected = () =>
  here.written().map(([name, text]) => [name, text.replace(/"at":\d+/g, '"at":0')]);

describe('npm run collect that is killed', { timeout: 120_000 }, () => {
  it('goes on where it was killed, and leaves the same files', async () => {
    // One moment: the LIVE on air stands still.
    const moment = Date.now();
    const { api, run, options, place } = await begin(['north'], { now: () => moment });
    const args = options('--days', '10', '--per-second', '50');
    expect((await run(args)).status).toBe(0);
    const whole = collected();
    rmSync(place('out'), { recursive: true });
    for (const after of [1, 4, 9]) {
      const from = api.asked().length;
      const started = start(args);
      await expect
        .poll(() => api.asked().length - from, { timeout: 20_000, interval: 2 })
        .toBeGreaterThanOrEqual(after);
      started.process.kill('SIGKILL');
      expect(await started.ended).toBe('SIGKILL');
    }
    expect((await run(args)).status).toBe(0);
    expect(collected()).toEqual(whole);
    expect(JSON.parse(readFileSync(place('tokens/north.json'), 'utf8'))).toEqual(api.tokens());
  });
});
