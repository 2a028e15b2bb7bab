import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Worker } from 'playwright-core';
import { extensionWorker, findBrowser, launch } from '../../demo/browser.ts';
import { type Demo, startDemo } from '../../demo/server.ts';

/** What `npm run build` of this checkout makes. */
export const BUILD = join(resolve(import.meta.dirname, '../../..'), 'dist');

const PANEL = 'src/panel/panel.html';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** A built extension that runs in a headless browser with a profile of its own. */
export interface BuiltExtension {
  readonly context: BrowserContext;
  readonly worker: Worker;
  /** The address of a file of the extension. */
  readonly address: (path: string) => string;
  /** The address of its panel. */
  readonly panel: string;
}

/** Says in a sentence why a folder holds no build; undefined when it holds one. */
export function noBuildIn(folder: string): string | undefined {
  if (existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, PANEL)))
    return undefined;
  return folder === BUILD
    ? 'There is no build to measure: run `npm run build` first.'
    : `${folder} holds no built extension.`;
}

/**
 * Does `work` over one demo Seller Center. `start` runs the build of a folder in a browser that reaches
 * nothing but the demo, and rejects with a sentence when there is no browser. All browsers and the demo
 * end when the work is done or fails, and when this process is told to end.
 */
export async function withExtensions<T>(
  work: (start: (folder: string) => Promise<BuiltExtension>, demo: Demo) => Promise<T>,
): Promise<T> {
  const demo = await startDemo({ seed: 7 });
  const contexts: BrowserContext[] = [];
  const end = async (): Promise<void> => {
    await Promise.allSettled(contexts.map((context) => context.close()));
    await demo.close();
  };
  // Left to itself, Node ends at once and the browsers go on.
  let interrupted: Promise<void> | undefined;
  const interrupt = (): void => {
    interrupted ??= end().finally(() => process.exit(INTERRUPTED));
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    return await work(async (folder) => {
      const browser = findBrowser();
      if (browser === undefined) throw new Error('No Chromium found: `npm start` installs one.');
      const { hostRules } = demo;
      const context = await launch({ browser, extension: folder, hostRules, headless: true });
      contexts.push(context);
      return extensionIn(context);
    }, demo);
  } finally {
    // The work fails when its browsers end under it; that is no news then.
    await interrupted;
    for (const signal of SIGNALS) process.off(signal, interrupt);
    await end();
  }
}

async function extensionIn(context: BrowserContext): Promise<BuiltExtension> {
  const worker = await extensionWorker(context);
  // Not by `origin`: outside of a browser it is 'null' for an extension's address.
  const { host } = new URL(worker.url());
  const address = (path: string): string => `chrome-extension://${host}/${path}`;
  return { context, worker, address, panel: address(PANEL) };
}
