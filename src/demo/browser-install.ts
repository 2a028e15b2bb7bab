import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FoundBrowser, findBrowser } from './browser-search.ts';

export type Tell = (line: string) => void;

const SENTENCE =
  'No browser was found that takes the extension, and none could be installed. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome for Testing, and start again.';

/**
 * An installed browser, or one installed now: by apt-get on a Debian as root, else by Playwright.
 * Rejects with a plain sentence that says what to install.
 */
export async function ensureBrowser(tell: Tell): Promise<FoundBrowser> {
  const found = findBrowser();
  if (found !== undefined) {
    tell(`Browser: ${found.name} at ${found.path}`);
    return found;
  }
  for (const [line, install] of ways()) {
    tell(line);
    await install();
    const installed = findBrowser();
    if (installed !== undefined) {
      tell(`Browser: ${installed.name} at ${installed.path}`);
      return installed;
    }
  }
  throw new Error(SENTENCE);
}

function ways(): (readonly [string, () => Promise<unknown>])[] {
  const isDebianRoot =
    process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  // By path, because the package exports its command line to npx alone.
  const playwright = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const byApt = async () => {
    await run('apt-get', ['update', '-q'], quiet);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  };
  return [
    ...(isDebianRoot ? [['Installing Chromium with apt-get …', byApt] as const] : []),
    [
      'Installing Chromium with Playwright …',
      () => run(process.execPath, [playwright, 'install', 'chromium'], {}),
    ],
  ];
}

/** Runs a command with its output shown; whether it worked is seen by looking for the browser. */
function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
