import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ensureBrowser } from '../demo/browser.ts';

/**
 * The command behind `npm test`: types, lint, unit tests, build, browser tests, in that order; it
 * goes on after a failure so that one run tells everything. The last line is `N passed, N failed`.
 */
interface Tally {
  passed: number;
  failed: number;
}

const Results = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean(),
});

const folder = await mkdtemp(join(tmpdir(), 'live-diagnosis-test-'));
const total: Tally = { passed: 0, failed: 0 };
try {
  await step('types', ['tsc', '--noEmit']);
  await step('lint', ['biome', 'check', '.']);
  await suite('unit');
  const built = await step('build', ['vite', 'build', '--logLevel', 'warn']);
  if (built) {
    heading('browser');
    await ensureBrowser((line) => console.log(line));
    await suite('browser');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function step(name: string, command: readonly string[]): Promise<boolean> {
  heading(name);
  const success = (await run(command)) === 0;
  total[success ? 'passed' : 'failed'] += 1;
  return success;
}

async function suite(project: 'unit' | 'browser'): Promise<void> {
  if (project === 'unit') heading('unit');
  const file = join(folder, `${project}.json`);
  const code = await run([
    ...['vitest', 'run', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
  ]);
  const results = v.safeParse(Results, await readJson(file));
  if (!results.success) {
    total.failed += 1;
    return;
  }
  total.passed += results.output.numPassedTests;
  // A file that fails to load fails the run without counting a test.
  total.failed += Math.max(
    results.output.numFailedTests,
    code === 0 && results.output.success ? 0 : 1,
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function run([program = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', program, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function heading(name: string): void {
  console.log(`\n── ${name} ──`);
}
