import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Collecting, collecting } from './collecting.fixture.ts';

const root = resolve(import.meta.dirname, '../../..');
const command = 'src/cli/collect/collect.ts';
const killing = resolve(import.meta.dirname, 'killed-at-step.mjs');
const isLong = process.env.LONG_TESTS !== undefined;
const REFRESH = /token\/refresh$/;

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
function start(args: readonly string[], killedAtStep?: number) {
  const more = killedAtStep === undefined ? [] : ['--import', pathToFileURL(killing).href];
  const started = spawn(process.execPath, ['--import', 'tsx', ...more, command, ...args], {
    cwd: root,
    env: { ...process.env, ...here.environment(), KILLED_AT_STEP: String(killedAtStep ?? '') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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

const tokensOf = (shop: string): unknown =>
  JSON.parse(readFileSync(here.place(`tokens/${shop}.json`), 'utf8'));

/** Runs it from nothing with a token that has run out, killed at a step on the disk. */
async function killedAt(step: number, args: readonly string[]): Promise<unknown> {
  rmSync(here.place('out'), { recursive: true, force: true });
  here.api.expire();
  return start(args, step).ended;
}

describe('npm run collect that is killed', { timeout: 300_000 }, () => {
  it('goes on where it was killed, and leaves the same files', async () => {
    // One moment: the LIVE on air stands still.
    const moment = Date.now();
    const { api, run, options, place } = await begin(['north'], { moment });
    const args = options('--days', '10', '--per-second', '50');
    expect((await run(args)).status).toBe(0);
    const whole = here.collected();
    rmSync(place('out'), { recursive: true });
    for (const after of isLong ? [1, 4, 9] : [4]) {
      const from = api.asked().length;
      const started = start(args);
      await expect
        .poll(() => api.asked().length - from, { timeout: 20_000, interval: 2 })
        .toBeGreaterThanOrEqual(after);
      started.process.kill('SIGKILL');
      expect(await started.ended).toBe('SIGKILL');
    }
    expect((await run(args)).status).toBe(0);
    expect(here.collected()).toEqual(whole);
    expect(JSON.parse(readFileSync(place('tokens/north.json'), 'utf8'))).toEqual(api.tokens());
  });

  it('goes on after any step on the disk, with its tokens but where half of them was written', async () => {
    const moment = Date.now();
    const { api, run, options, place } = await begin(['north'], { moment });
    const args = options('--days', '4');
    expect((await run(args)).status).toBe(0);
    const whole = here.collected();
    // Steps 1 to 8 are of the token: room is made in three, the fourth writes it, four more put it in its place.
    const steps = isLong ? Array.from({ length: 200 }, (_, i) => i + 1) : [4, 10];
    const lost: number[] = [];
    for (const step of steps) {
      if ((await killedAt(step, args)) === 0) break;
      const next = await run(args);
      if (next.said.includes('the shop has to agree anew')) {
        lost.push(step);
        writeFileSync(place('tokens/north.json'), JSON.stringify(api.tokens()));
        expect((await run(args)).status).toBe(0);
      } else expect(next.status, `step ${step}: ${next.said}`).toBe(0);
      expect(here.collected(), `step ${step}`).toEqual(whole);
      expect(tokensOf('north')).toEqual(api.tokens());
    }
    expect(lost).toEqual([4]);
  });

  it('keeps the token that is on its way when it is told to stop', async () => {
    const { api, options } = await begin(['north', 'south']);
    api.expire(0);
    const resume = api.holdBack(REFRESH);
    const started = start(options('--days', '4'));
    await expect.poll(() => here.codesOf(REFRESH), { timeout: 30_000 }).toEqual([0]);
    started.process.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 300));
    expect(started.process.exitCode).toBeNull();
    resume();
    expect(await started.ended).toBe(1);
    expect(tokensOf('north')).toEqual(api.tokens(0));
  });

  it('says that a shop has to agree anew whose token was renewed as it was killed, and reads the others', async () => {
    const { api, options, run, place, linesOf } = await begin(['north', 'south']);
    api.expire(0);
    const resume = api.holdBack(REFRESH);
    const started = start(options('--days', '4'));
    await expect.poll(() => here.codesOf(REFRESH), { timeout: 30_000 }).toEqual([0]);
    started.process.kill('SIGKILL');
    await started.ended;
    resume();
    const next = await run(options('--days', '4'));
    expect(next.status).toBe(1);
    expect(next.said).toContain('north: its token has run out and could not be refreshed');
    expect(linesOf('south').length).toBeGreaterThan(0);
    writeFileSync(place('tokens/north.json'), JSON.stringify(api.tokens(0)));
    expect((await run(options('--days', '4'))).status).toBe(0);
  });
});
