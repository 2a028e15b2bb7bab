import { askedOf } from '../command-line.ts';
import { createSteps } from './steps.ts';

const HELP = `npm run test:long
What npm test leaves out because it takes long, after a build.`;

/** The command behind `npm run test:long`: what `npm test` leaves out. Makes a build. */
askedOf(HELP, {});
const steps = createSteps({ ...process.env, LONG_TESTS: 'yes' });
if (await steps.run('build', ['vite', 'build', '--logLevel', 'warn'])) await steps.browser();
await steps.unit(['src/tools/new', 'src/tools/open-api']);
await steps.end();
