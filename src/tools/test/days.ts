import { DAY_MS } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import { askedOf } from '../command-line.ts';
import { environmentOf, type TestDay, testDay } from './day.ts';
import { createSteps } from './steps.ts';

/**
 * The command behind `npm run test:days`: what depends on the date, on today, 45 days before and
 * after, a 29 February and both days on which clocks change. Tests that depend on the date carry the
 * tag `@day` (browser) or lie in the folders below (unit). Wants a build; makes one.
 */
const HELP = `npm run test:days
Tests that depend on the date, on today, 45 days before and after, a 29 February and both days on which clocks
change, each in another zone.`;

askedOf(HELP, {});
const at = now();

const unitTests = [
  'src/background/alarms.test.ts',
  'src/background/reminders',
  'src/background/rooms/freshness.test.ts',
  'src/background/history',
  'src/cli/feed/command.test.ts',
  'src/demo',
  'src/metrics/board',
  'src/metrics/live',
  'src/metrics/zone.test.ts',
  'src/sources/sample',
];

/** Each at another time of day and in another zone, so that midnights and offsets are met as well. */
const days: readonly TestDay[] = [
  { day: isoDay(at), zone: 'UTC' },
  { day: `${isoDay(at - 45 * DAY_MS)}T00:04`, zone: 'Asia/Jakarta' },
  { day: `${isoDay(at + 45 * DAY_MS)}T23:55`, zone: 'Asia/Ho_Chi_Minh' },
  { day: '2028-02-29T12:00', zone: 'America/Los_Angeles' },
  { day: '2027-03-14T03:02', zone: 'America/Los_Angeles' },
  { day: '2027-10-31T01:30', zone: 'Europe/Berlin' },
].flatMap((given) => testDay(given, at) ?? []);

const results: string[] = [];
let failed = false;
const steps = createSteps();
const built = await steps.run('build', ['vite', 'build', '--logLevel', 'warn']);
for (const day of built ? days : []) {
  const began = now();
  const there = createSteps(environmentOf(day, now(), process.env));
  const name = `${new Date(day.at).toISOString().slice(0, 16)}Z in ${day.zone}`;
  console.log(`\n════ ${name} ════`);
  await Promise.all([there.unit(unitTests), there.browser(['--grep', '@day'])]);
  const { passed, failed: wrong } = await there.end();
  failed ||= wrong > 0;
  results.push(
    `${name}: ${passed} passed, ${wrong} failed, ${Math.round((now() - began) / 1000)} s`,
  );
}
console.log(`\n${results.join('\n')}`);
process.exitCode = failed || !built ? 1 : 0;

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
