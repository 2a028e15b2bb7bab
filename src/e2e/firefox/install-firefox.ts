import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OLDEST_FIREFOX } from '../../platform/firefox/manifest.ts';
import { findFirefox } from './find-firefox.ts';

/**
 * The command behind `npm run firefox:install`: a Firefox to test in, which `npm ci` doesn't bring. On Debian, as root,
 * it is Debian's own package of the extended support release: apt-get takes it by Debian's signature alone, and Debian
 * keeps no other version of it than the newest, so that none is named here; which one it is is said.
 */
const wanted = `Firefox ${OLDEST_FIREFOX} or newer`;
if (findFirefox() === undefined && isDebianRoot()) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit', env });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'firefox-esr');
}
const path = findFirefox();
if (path === undefined) {
  console.error(`Install ${wanted}, and set FIREFOX_PATH to it where it isn't found by itself.`);
  process.exitCode = 1;
} else {
  console.log(`${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()} at ${path}`);
}

function isDebianRoot(): boolean {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}
