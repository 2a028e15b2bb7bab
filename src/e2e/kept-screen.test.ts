import type { Frame, Page } from 'playwright-core';
import { archivedRooms } from './panel-archive.ts';
import { settled, versus } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

/** LIVEs of the list that the demo's dashboard shows. */
const LISTED = 20;

/** What a panel showed before it could be used, where it showed anything then. */
interface Seen {
  readonly text: string;
  readonly hidden: string | null;
  /** Where named parts stood, in CSS pixels. */
  readonly places: readonly number[];
  /** How far the steps' bars are filled, as style sheets read it. */
  readonly bars: readonly string[];
}

/** Runs in each page before its own code: remembers what stands there before the panel does. */
const REMEMBER = `
  const parts = ['.panel .bar', '.sections-nav', '#diagnosis .verdict', '.verdict-lead', '.verdict-lead > :last-child'];
  globalThis.partsOfScreen = () => ({
    text: document.querySelector('.verdict-lead')?.innerText ?? '',
    hidden: document.querySelector('#root > .panel')?.ariaHidden ?? null,
    places: parts.flatMap((part) => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return box === undefined ? [-1] : [box.left, box.top, box.width].map(Math.round);
    }),
    bars: [...document.querySelectorAll('.step-fill')].map((bar) => getComputedStyle(bar).getPropertyValue('--share')),
  });
  new MutationObserver(() => {
    if (document.querySelector('#root > .panel[inert]') !== null) globalThis.keptScreen ??= globalThis.partsOfScreen();
  }).observe(document, { childList: true, subtree: true });
`;

const keptIn = (view: Page | Frame): Promise<Seen | undefined> =>
  view.evaluate('globalThis.keptScreen');
const screenIn = (view: Page | Frame): Promise<Seen> => view.evaluate('globalThis.partsOfScreen()');

/** Of which LIVE the first screen of a panel is stored; empty where that is of the latest, undefined where none is. */
const stored = (view: Page | Frame, place: 'tab' | 'docked'): Promise<string | undefined> =>
  view.evaluate(async (key) => {
    const found: unknown = (await chrome.storage.session.get(key))[key];
    return typeof found === 'object' && found !== null
      ? String(('of' in found && found.of) || '')
      : undefined;
  }, `screen:${place}`);

/** When the first screen of the docked panel was drawn. */
const storedAt = (view: Frame): Promise<unknown> =>
  view.evaluate(
    async () =>
      JSON.stringify((await chrome.storage.session.get('screen:docked'))['screen:docked'])?.match(
        /"at":\d+/,
      )?.[0],
  );

declare const chrome: {
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

test.describe('a panel that is opened once more', () => {
  let stage: Stage;
  test.beforeEach(async () => {
    stage = await raise();
    await stage.context.addInitScript(REMEMBER);
  });
  test.afterEach(() => stage?.close());

  /** A panel in a tab, once its first screen is stored for the next one. */
  async function opened(query = ''): Promise<Page> {
    const panel = await stage.panelTab(query);
    await settled(panel);
    await eventually(async () => expect(await stored(panel, 'tab')).toBeDefined());
    return panel;
  }

  test('shows its first screen before it can be used, and in the same places as then', async () => {
    const before = await opened(`?room=${stage.room}`);
    await expect.poll(() => keptIn(before)).toBeUndefined();
    await before.close();
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel);
    const kept = await keptIn(panel);
    if (kept === undefined) throw new Error('Nothing stood there before the panel.');
    const then = { ...kept, hidden: null };
    await expect.poll(() => screenIn(panel)).toEqual(then);
    expect(kept.hidden).toBe('true');
    expect(kept.text).toMatch(/[$]\d/);
    expect(kept.bars.length).toBeGreaterThan(2);
    for (const bar of kept.bars) expect(bar).toMatch(/^\d[.]\d/);
  });

  test('shows that of no other LIVE', async () => {
    const before = await opened(`?room=${stage.room}`);
    await before.close();
    const panel = await stage.panelTab(`?room=${stage.running}`);
    await settled(panel, stage.running);
    await expect.poll(() => keptIn(panel)).toBeUndefined();
  });

  test('shows none that the seller has changed since', async () => {
    const before = await opened(`?room=${stage.room}`);
    await versus(before).selectOption('best');
    await eventually(async () => expect(await stored(before, 'tab')).toBeUndefined());
    await before.close();
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel);
    await expect.poll(() => keptIn(panel)).toBeUndefined();
    await eventually(async () => expect(await stored(panel, 'tab')).toBe(stage.room));
  });

  test('shows it docked too, that of the LIVE of the page', async () => {
    const before = await stage.dashboard(stage.room);
    await settled(before, stage.room);
    // The page's own answers are stored for some time after it is there, the list's LIVEs last; what they change is
    // drawn and stored again.
    const known = async (): Promise<number> => (await archivedRooms(before, 'shop')).length;
    await expect.poll(known).toBeGreaterThanOrEqual(LISTED);
    await eventually(async () => {
      const one = await storedAt(before);
      await before.waitForTimeout(2_000);
      expect(await storedAt(before)).toBe(one);
      expect(await stored(before, 'docked')).toBe(stage.room);
    });
    // What the page answers while it loads may be news, and come before the panel: here it answers nothing.
    await stage.page.route('**/*', (route) =>
      ['fetch', 'xhr'].includes(route.request().resourceType()) ? route.abort() : route.continue(),
    );
    const panel = await stage.dashboard(stage.room);
    await expect.poll(() => keptIn(panel)).toBeDefined();
    const kept = await keptIn(panel);
    expect(kept?.text).toMatch(/[$]\d/);
    await expect.poll(async () => (await screenIn(panel)).text).toBe(kept?.text);
  });
});
