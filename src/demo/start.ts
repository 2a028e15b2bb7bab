import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { latestOf } from '../metrics/live/latest.ts';
import { now } from '../platform/current-time.ts';
import { dashboardAddress, signInAddress } from './addresses.ts';
import { ensureBrowser, extensionWorker, launch } from './browser.ts';
import { FEED_ADDRESS } from './feed/feed.ts';
import { screenshots } from './screenshots.ts';
import { type Demo, startDemo } from './server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXTENSION = join(ROOT, 'dist');
const tell = (line: string): void => console.log(line);

const open: { demo?: Demo; context?: BrowserContext } = {};
let ending: Promise<void> | undefined;

/** Ends the browser, then the demo, then this process; a second call changes nothing. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    await open.context?.close().catch(() => undefined);
    await open.demo?.close();
    process.exit(code);
  })();
  return ending;
}

/** `npm start`: builds the extension, starts the demo, and opens it in a browser with the panel in sight. */
async function start(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  const stay = !headless || process.argv.includes('--stay');

  tell('Building the extension …');
  await build({ root: ROOT, logLevel: 'warn' });
  if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('The build left no dist/.');

  const browser = await ensureBrowser(tell);
  tell('Starting the demo Seller Center …');
  const demo = await startDemo();
  open.demo = demo;

  tell(`Opening the browser${headless ? ' without a window, for there is no display' : ''} …`);
  const context = await launch({
    browser,
    extension: EXTENSION,
    hostRules: demo.hostRules,
    headless,
  });
  open.context = context;
  context.on('close', () => void end(0));
  await extensionWorker(context).catch(() => {
    throw new Error(
      `${browser.path} started without the extension. Set CHROMIUM_PATH to a Chromium or Chrome for Testing.`,
    );
  });

  const room = latestOf(demo.sessions(), now())?.room.id;
  if (room === undefined) throw new Error('The sample shop is empty.');
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('close', () => {
    if (context.pages().length === 0) void end(0);
  });
  await page.goto(signInAddress(dashboardAddress(room)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(dashboardAddress(room));

  if (headless) {
    const running = demo.sessions().find((session) => session.room.status === 'live')?.room.id;
    const shots = await screenshots(page, join(ROOT, 'shots'), room, running);
    tell('Done: the demo dashboard was opened with the extension, signed in. Screenshots:');
    for (const shot of shots) tell(`  ${shot}`);
    if (!stay) await end(0);
  }
  tell('');
  tell(`The demo runs on loopback, port ${demo.port}. All of its figures are simulated.`);
  tell(`A benchmark feed to add under Settings and data: ${FEED_ADDRESS}`);
  tell('Close the browser or press Ctrl-C to end it.');
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end(0));
}

start().catch(async (error: unknown) => {
  if (ending !== undefined) return;
  console.error(error instanceof Error ? error.message : error);
  await end(1);
});
