import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import { dashboardAddress, signInAddress } from '../demo/addresses.ts';
import { extensionWorker, findBrowser, type LaunchOptions, launch } from '../demo/browser.ts';
import { type Demo, startDemo } from '../demo/server.ts';
import type { RoomId } from '../metrics/ids.ts';
import { latestOf } from '../metrics/live/latest.ts';
import { unixMs } from '../metrics/time.ts';
import { watch } from './failure-report.ts';
import { testExtension } from './test-build.ts';
import { TEST_PATIENCE_MS } from './wait-options.ts';

export interface StageOptions
  extends Pick<
    LaunchOptions,
    'profile' | 'thirdPartyStorage' | 'allowed' | 'isNew' | 'colorScheme' | 'viewport' | 'language'
  > {
  /** A demo that already runs, for tests that restart the browser; else one is started and ended here. */
  readonly demo?: Demo;
  /** The folder of the extension; the one under test when left out. */
  readonly extension?: string;
  /** False to stand before Seller Center without a sign-in. */
  readonly signedIn?: boolean;
}

/** The shipped extension in a real Chromium, with the demo Seller Center as its whole internet. */
export interface Stage {
  readonly demo: Demo;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The most recent LIVE whose figures are final, and the one that is running. */
  readonly room: RoomId;
  readonly running: RoomId;
  /** The origin of the extension's own pages. */
  readonly extension: string;
  /** The service worker that runs now; a new one after a kill. */
  readonly worker: () => Promise<Worker>;
  /** Opens a room's dashboard in the stage's page and answers the docked panel. */
  readonly dashboard: (room: string) => Promise<Frame>;
  /** Opens the panel as a tab of its own; `query` as in `?room=…`. */
  readonly panelTab: (query?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Raises a stage. Rejects with a plain sentence when the build or the browser is missing. */
export async function raise(options: StageOptions = {}): Promise<Stage> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  const { demo: started, signedIn = true, extension: folder, ...launching } = options;
  const demo = started ?? (await startDemo({ seed: 7 }));
  const context = await launch({
    ...launching,
    browser,
    extension: folder ?? testExtension,
    hostRules: demo.hostRules,
    headless: true,
    // Painting what moves takes a tenth of the tests' time, and they look at where it ends.
    reducedMotion: true,
  });
  watch(context);
  const page = context.pages()[0] ?? (await context.newPage());
  // Not by `origin`: outside of a browser it is 'null' for an extension's address.
  const extension = `chrome-extension://${new URL((await extensionWorker(context)).url()).host}`;
  const room = latestOf(demo.sessions(), unixMs(Date.now()))?.room.id;
  const running = demo.sessions()[0]?.room.id;
  if (room === undefined || running === undefined) throw new Error('The sample shop is empty.');
  if (signedIn) await signIn(page, room);
  demo.requests.reset();
  return {
    demo,
    context,
    page,
    room,
    running,
    extension,
    worker: () => extensionWorker(context, TEST_PATIENCE_MS),
    dashboard: async (wanted) => {
      await page.goto(dashboardAddress(wanted));
      return dockedPanel(page);
    },
    panelTab: async (query = '') => {
      const tab = await context.newPage();
      await tab.goto(`${extension}/src/panel/panel.html${query}`);
      return tab;
    },
    close: async () => {
      await context.close();
      if (options.demo === undefined) await demo.close();
    },
  };
}

/** Signs in on a page that shows no LIVE, so that nothing is overheard before a test begins. */
async function signIn(page: Page, room: RoomId): Promise<void> {
  const { origin } = new URL(dashboardAddress(room));
  await page.goto(signInAddress(`${origin}/demo`));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${origin}/demo`);
}

/** Whether a frame of a page is the docked panel, and not one in which a verdict is worked out unseen. */
export const isPanelFrame = (frame: Frame): boolean =>
  frame.url().startsWith('chrome-extension://') && !frame.url().includes('view=verdict');

/** The panel docked in a page; waits until its frame is there. */
export async function dockedPanel(page: Page): Promise<Frame> {
  const until = Date.now() + TEST_PATIENCE_MS;
  while (Date.now() < until) {
    const frame = page.frames().find(isPanelFrame);
    if (frame !== undefined) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`The panel did not dock in ${page.url()}.`);
}
