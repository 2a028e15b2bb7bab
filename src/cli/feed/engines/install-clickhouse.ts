import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chdbFolder, hasChdb } from './chdb.ts';

/**
 * The command behind `npm run feed:install-clickhouse`: ClickHouse embedded by chdb, in the versions of
 * `chdb/package.json`, into the user's cache. None of its install scripts is needed, and none is run.
 */
const folder = chdbFolder();
if (!hasChdb()) {
  console.log(`Fetches chdb from npm (546 MiB on disk) into ${folder}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(new URL('./chdb/package.json', import.meta.url), join(folder, 'package.json'));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit' });
}
console.log(`ClickHouse lies in ${folder}`);
