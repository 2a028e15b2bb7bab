import type { BrowserContext, Page } from 'playwright-core';
import { dashboardAddress, signInAddress } from '../../../demo/addresses.ts';
import type { Demo } from '../../../demo/server.ts';
import { latestOf } from '../../../metrics/live/latest.ts';
import { now } from '../../../platform/current-time.ts';
import type { BuiltExtension } from '../built-extension.ts';
import { isWholeLive, look, type MarkedLive } from './marks.ts';
import { measure, open, openingPlaces, type Ready } from './openings.ts';
import { watchScript } from './watch.ts';

/** What is measured is opened this often before, so that no first time of anything is measured. */
const WARM_UPS = 2;

/** The LIVEs that a bench reads: the one that the panel opens by itself, the one it changes to, the rest. */
export interface BenchLives {
  readonly first: MarkedLive;
  readonly second: MarkedLive;
  readonly rest: readonly MarkedLive[];
}

/** The demo's ended LIVEs; the second one has another title than the first, as it is told apart by that. */
export function livesOf(demo: Demo): BenchLives {
  const sessions = demo.sessions();
  const lives = sessions.flatMap(({ room: { id, title, status } }) =>
    title === undefined || status === 'live' ? [] : [{ id, title }],
  );
  const latest = latestOf(sessions, now())?.room.id;
  const first = lives.find(({ id }) => id === latest);
  const later = lives.slice(first === undefined ? 0 : lives.indexOf(first) + 1);
  const second = later.find(({ title }) => title !== first?.title);
  if (first === undefined || second === undefined) throw new Error('The sample shop is empty.');
  return { first, second, rest: lives.filter((live) => live !== first && live !== second) };
}

/**
 * Brings a build to where it can be measured: signs in, opens the first LIVE's dashboard, lets the panel
 * read each LIVE in a tab, so that the archive holds them all, and opens the panel in each place a few
 * times. `throttle` says how many times slower than on this machine the main threads run from then on.
 */
export async function makeReady(
  extension: BuiltExtension,
  { first, second, rest }: BenchLives,
  throttle: number,
): Promise<Ready> {
  const { context } = extension;
  const script = watchScript([first, second, ...rest], { look, isWhole: isWholeLive });
  await context.addInitScript({ content: script });
  const page = context.pages()[0] ?? (await context.newPage());
  await signInToDemo(page, first);
  await open(page, dashboardAddress(first.id), first);
  for (const live of [...rest, second, first]) {
    await open(page, `${extension.panel}?room=${live.id}`, live);
  }
  await page.goto(extension.address('manifest.json'));
  const slowDown = slowing(context, throttle);
  const ready = { extension, first, second, slowDown, beside: page };
  for (let round = 0; round < WARM_UPS; round += 1) {
    for (const place of openingPlaces) await measure(ready, place);
  }
  return ready;
}

/** Signs in on a page that shows no LIVE. */
export async function signInToDemo(page: Page, live: MarkedLive): Promise<void> {
  const { origin } = new URL(dashboardAddress(live.id));
  await page.goto(signInAddress(`${origin}/demo`));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${origin}/demo`);
}

/**
 * Slows a page's process down. The browser slows whole processes and forgets it when the session that
 * asked ends, so a session is kept for as long as its page is open.
 */
function slowing(context: BrowserContext, rate: number): Ready['slowDown'] {
  const sessions = new WeakMap<Page, ReturnType<BrowserContext['newCDPSession']>>();
  return async (page) => {
    if (rate === 1) return;
    const asked = sessions.get(page) ?? context.newCDPSession(page);
    sessions.set(page, asked);
    await (await asked).send('Emulation.setCPUThrottlingRate', { rate });
  };
}
