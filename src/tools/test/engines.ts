import { hasChdb } from '../../cli/feed/engines/chdb.ts';
import { askedOf } from '../command-line.ts';
import { createSteps } from './steps.ts';

const HELP = `npm run test:engines
Whether DuckDB, ClickHouse and a server of it build the same feed of 100,000 sessions, byte for byte.`;

/** The command behind `npm run test:engines`; it takes ClickHouse, which `npm ci` doesn't install. */
askedOf(HELP, {});
if (hasChdb()) {
  const steps = createSteps({ ...process.env, ENGINE_TESTS: 'yes' });
  // ClickHouse ends with the process that loaded it, and takes a thread's end for a crash.
  await steps.unit(['src/tools/engines', '--pool=forks']);
  await steps.end();
} else {
  console.error('ClickHouse is not installed: npm run feed:install-clickhouse');
  process.exitCode = 2;
}
