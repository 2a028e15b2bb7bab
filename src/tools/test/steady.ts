import { type ChildProcess, spawn } from 'node:child_process';
import { askedOf } from '../command-line.ts';
import { createSteps } from './steps.ts';

/**
 * The command behind `npm run test:steady`: the browser tests five times in a row (`--times 5`) while
 * so many busy loops (`--loops 2`) take the machine's time. A test that depends on the load fails in
 * one of them. Wants a build; makes one.
 */
const HELP = `npm run test:steady [-- --times 5] [--loops 2]
The browser tests several times in a row while busy loops take the machine's time.`;

const { values } = askedOf(HELP, {
  options: { times: { type: 'string', default: '5' }, loops: { type: 'string', default: '2' } },
});
const [times, loops] = [Number(values.times), Number(values.loops)];

const steps = createSteps();
const built = await steps.run('build', ['vite', 'build', '--logLevel', 'warn']);
const busy: ChildProcess[] = built
  ? Array.from({ length: loops }, () => spawn(process.execPath, ['-e', 'for (;;);']))
  : [];
process.on('exit', () => {
  for (const loop of busy) loop.kill();
});
for (let time = 1; built && time <= times; time++) {
  console.log(`\n════ ${time} of ${times}, beside ${loops} busy loops ════`);
  await steps.browser();
}
for (const loop of busy) loop.kill();
await steps.end();
