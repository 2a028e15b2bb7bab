import { parseArgs } from 'node:util';
import { now } from '../../platform/current-time.ts';
import { environmentOf, testDay } from './day.ts';
import { createSteps } from './steps.ts';

/**
 * The command behind `npm test`: types, lint, unit tests, build, browser tests; it goes on after a
 * failure so that one run tells everything. The last line is `N passed, N failed`.
 *
 * `--day 2028-02-29` and `--zone America/Los_Angeles` run it on another day and in another zone.
 */
const { values } = parseArgs({
  options: { day: { type: 'string' }, zone: { type: 'string' } },
});
const at = now();
const day = testDay(values, at);
if (day !== undefined) console.log(`On ${new Date(day.at).toISOString()}, in ${day.zone}.`);
const steps = createSteps(day === undefined ? process.env : environmentOf(day, at, process.env));
await steps.run('types', ['tsc', '--noEmit']);
await steps.run('lint', ['biome', 'check', '.']);
const built = await steps.run('build', ['vite', 'build', '--logLevel', 'warn']);
await steps.unit();
if (built) await steps.browser();
await steps.end();
