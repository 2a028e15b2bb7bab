import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { failedBrowserTests, failedUnitTests } from './failures.ts';

/** What vitest's json reporter writes, as far as it is read here. */
const UnitResults = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
});

/** What Playwright's json reporter writes, as far as it is read here. */
const BrowserResults = v.object({
  errors: v.array(v.unknown()),
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
});

/** Files that are as they were are not read again. */
const CACHED = ['--cache', '--cache-location', '.cache/knip', '--no-progress'];

/** The steps of a test run, which count what passed and what failed. */
export interface TestSteps {
  /** A command that passes or fails as one. */
  readonly run: (name: string, command: readonly string[]) => Promise<boolean>;
  /** What `npm run lint` checks: `args` as biome takes them, and what nothing uses in all of the project. */
  readonly lint: (args: readonly string[]) => Promise<void>;
  /**
   * Unit tests; `args` as vitest takes them. They may run while another step does, so what they print
   * comes at their end. An aborted step is named at the end of the run and counts nothing.
   */
  readonly unit: (args?: readonly string[], signal?: AbortSignal) => Promise<void>;
  /** Browser tests of the built extension; `args` as Playwright takes them. */
  readonly browser: (args?: readonly string[], signal?: AbortSignal) => Promise<void>;
  /** Names what failed, prints the last line, sets the exit code and tells the counts. */
  readonly end: () => Promise<{ readonly passed: number; readonly failed: number }>;
}

/** Steps whose processes get an environment; this process's own where none is given. */
export function createSteps(environment: NodeJS.ProcessEnv = process.env): TestSteps {
  const total = { passed: 0, failed: 0 };
  const unfinished: string[] = [];
  const failures: string[] = [];
  const folder = mkdtemp(join(tmpdir(), 'live-diagnosis-test-'));

  // A run that fails beyond its tests, or leaves no report, is named by its step.
  const counted = (
    name: string,
    passed: number,
    failed: number,
    named: readonly string[] = [],
  ): void => {
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failures.push(...(named.length > 0 ? named : [name]));
  };

  const run: TestSteps['run'] = async (name, command) => {
    heading(name);
    const success = (await execute(command, environment)) === 0;
    counted(name, success ? 1 : 0, success ? 0 : 1);
    return success;
  };

  return {
    run,
    async lint(args) {
      await run('lint', ['biome', 'check', ...args]);
      await run('files, exports and dependencies that nothing uses', ['knip', ...CACHED]);
    },
    async unit(args = [], signal) {
      const file = join(await folder, 'unit.json');
      const reporters = ['--reporter', 'dot', '--reporter', 'json', '--outputFile.json', file];
      const { code, printed } = await hold(
        ['vitest', 'run', ...reporters, ...args],
        environment,
        signal,
      );
      heading('unit tests');
      process.stdout.write(printed);
      if (signal?.aborted === true) return void unfinished.push('unit tests');
      const report = await readJson(file);
      const { success, output } = v.safeParse(UnitResults, report);
      if (!success) return counted('unit tests', 0, 1);
      // A file that fails to load fails the run without counting a test.
      const other = code === 0 && output.success ? 0 : 1;
      const failed = Math.max(output.numFailedTests, other);
      counted('unit tests', output.numPassedTests, failed, failedUnitTests(report));
    },
    async browser(args = [], signal) {
      heading('browser tests');
      const file = join(await folder, 'browser.json');
      const code = await execute(
        [
          'playwright',
          'test',
          '-c',
          'src/e2e/playwright.config.ts',
          '--reporter',
          'list,json',
          ...args,
        ],
        { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        signal,
      );
      if (signal?.aborted === true) return void unfinished.push('browser tests');
      const report = await readJson(file);
      const { success, output } = v.safeParse(BrowserResults, report);
      if (!success) return counted('browser tests', 0, 1);
      const { expected, unexpected, flaky } = output.stats;
      const failed = Math.max(unexpected + flaky + output.errors.length, code === 0 ? 0 : 1);
      counted('browser tests', expected, failed, failedBrowserTests(report));
    },
    async end() {
      await rm(await folder, { recursive: true, force: true });
      if (unfinished.length > 0) console.log(`\nNot finished in time: ${unfinished.join(', ')}.`);
      // Said again at the end: of a long log its last lines are what is read, and often all that is kept.
      for (const failure of failures) console.log(`Failed: ${failure}`);
      console.log(`\n${total.passed} passed, ${total.failed} failed`);
      process.exitCode = total.failed === 0 ? 0 : 1;
      return total;
    },
  };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a command that prints as it goes; its exit code. */
function execute(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<number> {
  const child = start(command, env, 'inherit');
  signal?.addEventListener('abort', () => end(child));
  return codeOf(child);
}

/** The same, with what it prints held back until its end. */
async function hold(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<{ readonly code: number; readonly printed: string }> {
  const child = start(command, env, 'pipe');
  signal?.addEventListener('abort', () => end(child));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return { code: await codeOf(child), printed };
}

/** A process group of its own, so that its browsers and workers end with it. */
function start(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  output: 'inherit' | 'pipe',
): ChildProcess {
  const child = spawn('npx', ['--no-install', program, ...args], {
    stdio: ['ignore', output, output],
    env,
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(1);
  });
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

function codeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function heading(name: string): void {
  console.log(`\n── ${name} ──`);
}
