import { askedOf } from '../command-line.ts';
import { createSteps } from './steps.ts';

/**
 * The command behind `npm run test:alone`: every browser test by itself, in a browser of its own with
 * nothing done before it, so that none rests on what another one left. Wants a build; makes one.
 */
const HELP = `npm run test:alone
Every browser test by itself, in a browser of its own with nothing done before it.`;

askedOf(HELP, {});
const steps = createSteps();
if (await steps.run('build', ['vite', 'build', '--logLevel', 'warn'])) {
  await steps.browser(['--fully-parallel']);
}
await steps.end();
