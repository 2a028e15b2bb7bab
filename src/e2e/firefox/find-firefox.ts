import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OLDEST_FIREFOX } from '../../platform/firefox/manifest.ts';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * The Firefox to test in: what FIREFOX_PATH names, else the first installed one that is as new as the manifest asks for.
 * Undefined where there is none.
 */
export function findFirefox(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.FIREFOX_PATH;
  if (named === undefined || named === '') return PLACES.find(isNewEnough);
  if (existsSync(named)) return named;
  throw new Error(`FIREFOX_PATH names ${named}, and there is no such file.`);
}

function isNewEnough(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const told = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 });
    const version = /\d+/.exec(told)?.[0];
    return version !== undefined && Number(version) >= Number.parseInt(OLDEST_FIREFOX, 10);
  } catch {
    return false;
  }
}
