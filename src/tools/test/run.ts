import { askedOf } from '../command-line.ts';
import { againOnDay } from './day.ts';
import { createSteps } from './steps.ts';

/**
 * The command behind `npm test`: unit tests, build, browser tests, types, lint, what nothing uses; it
 * goes on after a failure so that one run tells everything. The last line is `N passed, N failed`.
 *
 * `--day 2028-02-29` and `--zone America/Los_Angeles` run it on another day and in another zone.
 */
const HELP = `npm test [-- --day 2028-02-29] [--zone America/Los_Angeles]
Unit tests, build, browser tests, types, lint, and what nothing uses, to the end whatever fails; the last line
is "N passed, N failed". With a day or a zone it runs as if it were then or there.`;

const { values } = askedOf(HELP, {
  options: { day: { type: 'string' }, zone: { type: 'string' } },
});
const again = againOnDay(values);
if (again === undefined) {
  const steps = createSteps();
  // Browser tests wait more than they compute, so both together take less time than one after the other.
  const unit = steps.unit();
  const built = await steps.run('build', ['vite', 'build', '--logLevel', 'warn']);
  const browser = built ? steps.browser() : undefined;
  await steps.run('types', ['tsc', '--noEmit']);
  await steps.lint(['.']);
  await Promise.all([unit, browser]);
  await steps.end();
} else {
  process.exitCode = again;
}
