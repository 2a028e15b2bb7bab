import { createSteps } from './steps.ts';

/** The command behind `npm run test:long`: what `npm test` leaves out. Makes a build. */
const steps = createSteps({ ...process.env, LONG_TESTS: 'yes' });
if (await steps.run('build', ['vite', 'build', '--logLevel', 'warn'])) await steps.browser();
await steps.unit(['src/tools/new']);
await steps.end();
