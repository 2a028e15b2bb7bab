import { execFileSync } from 'node:child_process';
import { askedOf } from '../command-line.ts';
import { createSteps } from './steps.ts';
import { timeLeft } from './time-left.ts';

/**
 * The command behind `npm run test:changed`: an answer within a minute on what changed since a commit
 * (`--base HEAD`). Types, lint of the changed files, what nothing uses, the unit tests that reach them, and in a browser
 * the changed tests with those tagged `@smoke`. What the minute didn't suffice for is named: it is then
 * for `npm test` to say.
 */
const BUDGET_MS = 57_000;
const HELP = `npm run test:changed [-- --base HEAD]
What changed since a commit is checked within a minute; what that didn't suffice for is named.`;

const { values } = askedOf(HELP, { options: { base: { type: 'string', default: 'HEAD' } } });
const began = performance.now();
const left = (): AbortSignal => AbortSignal.timeout(timeLeft(BUDGET_MS, performance.now() - began));

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
const changed = [
  ...git('diff', '--name-only', '--diff-filter=d', values.base),
  ...git('ls-files', '--others', '--exclude-standard'),
];
const isProduct = changed.some((file) => /^(src|public|manifest\.json|vite\.config)/.test(file));
const browserTests = changed.filter((file) => /^src\/e2e\/[^/]+\.test\.ts$/.test(file));

console.log(`${changed.length} files differ from ${values.base}.`);
const steps = createSteps();
if (changed.length > 0) {
  const checked = [
    steps.run('types', ['tsc', '--noEmit']),
    steps.lint(['--files-ignore-unknown=true', '--no-errors-on-unmatched', ...changed]),
  ];
  await Promise.all(checked);
  await Promise.all([
    steps.unit(['--changed', values.base, '--passWithNoTests'], left()),
    inBrowser(),
  ]);
}
await steps.end();

async function inBrowser(): Promise<void> {
  if (!isProduct) return;
  if (!(await steps.run('build', ['vite', 'build', '--logLevel', 'warn']))) return;
  if (browserTests.length > 0) await steps.browser(browserTests, left());
  await steps.browser(['--grep', '@smoke'], left());
}
