import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import manifest from '../../manifest.json' with { type: 'json' };

/** A browser that can be started with an unpacked extension. */
export interface FoundBrowser {
  readonly name: 'Chromium' | 'Chrome for Testing' | 'Edge' | 'CHROMIUM_PATH';
  readonly path: string;
}

const OLDEST = Number(manifest.minimum_chrome_version);

/**
 * The installed browser to use: CHROMIUM_PATH, Chromium, Chrome for Testing, Playwright's own, then
 * Edge. Branded Google Chrome is passed over, for it takes no unpacked extension by a flag; so are
 * versions older than the manifest asks for, and Ubuntu's script that only points to a snap.
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
): FoundBrowser | undefined {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { name: 'CHROMIUM_PATH', path: named };
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  return candidates(environment).find(({ path }) => existsSync(path) && isUsable(path));
}

function candidates(environment: NodeJS.ProcessEnv): FoundBrowser[] {
  const as = (name: FoundBrowser['name'], ...paths: readonly string[]): FoundBrowser[] =>
    paths.map((path) => ({ name, path }));
  const own = as('Chrome for Testing', chromium.executablePath());
  if (process.platform === 'darwin') {
    return [
      ...as('Chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'),
      ...as(
        'Chrome for Testing',
        '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ),
      ...own,
      ...as('Edge', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ];
  }
  if (process.platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap(
      (name) => environment[name] ?? [],
    );
    const under = (...parts: readonly string[]) => roots.map((root) => join(root, ...parts));
    return [
      ...as('Chromium', ...under('Chromium', 'Application', 'chrome.exe')),
      ...own,
      ...as('Edge', ...under('Microsoft', 'Edge', 'Application', 'msedge.exe')),
    ];
  }
  return [
    ...as(
      'Chromium',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/lib/chromium/chromium',
    ),
    ...own,
    ...as('Edge', '/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable'),
  ];
}

/** Whether a browser starts, is new enough, and is no pointer to a snap (which may not read the profile). */
export function isUsable(path: string): boolean {
  // Windows opens a window instead of printing a version.
  if (process.platform === 'win32') return true;
  const start = readFileSync(path).subarray(0, 4_096).toString('latin1');
  if (start.startsWith('#!') && start.includes('snap')) return false;
  try {
    const told = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 15_000,
    });
    const major = /(\d+)\.\d+\.\d+/.exec(told)?.[1];
    return major !== undefined && Number(major) >= OLDEST;
  } catch {
    return false;
  }
}
