import type { Page } from 'playwright-core';
import {
  afterFrames,
  openCategory,
  openMore,
  picker,
  seriousFaults,
  settled,
} from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the panel for everyone', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    await settled(await stage.dashboard(stage.room), stage.room);
    panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    await panel.getByRole('button', { name: /^Expand all factors/ }).click();
  });
  test.afterAll(() => stage?.close());

  /** Once the view has followed a change of its width. */
  const clean = (view: Page, ...parts: string[]) =>
    expect.poll(() => seriousFaults(view, ...parts)).toEqual([]);

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${colorScheme}`, () => {
      for (const width of [400, 1200]) {
        test(`has no serious fault that axe finds at ${width} px`, async () => {
          await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await panel.setViewportSize({ width, height: 900 });
          await clean(panel);
        });
      }

      test('has none with the picker, the category or a menu open either', async () => {
        await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await panel.setViewportSize({ width: 400, height: 900 });
        await picker(panel).focus();
        await panel.getByRole('option').first().waitFor();
        await clean(panel, 'header');
        await panel.keyboard.press('Escape');
        await openCategory(panel);
        await panel.getByRole('dialog').waitFor();
        await clean(panel, 'dialog[open]');
        await panel.keyboard.press('Escape');
        await openMore(panel);
        await panel.getByRole('menu').waitFor();
        await clean(panel, 'header');
        await panel.keyboard.press('Escape');
      });
    });
  }

  test('has no serious fault on the page of settings and data', async () => {
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    await options.getByRole('heading').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme });
      await clean(options);
    }
    await options.close();
  });

  test('fits a panel of 320 px without scrolling sideways', async () => {
    await panel.setViewportSize({ width: 320, height: 900 });
    const wide = () =>
      panel.evaluate(() => ({
        scrolls: document.documentElement.scrollWidth > innerWidth,
        // What sticks out without a box of its own that scrolls.
        out: [...document.querySelectorAll('main *, header *, nav *')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > innerWidth + 1 &&
              element.closest(
                '.table-scroll, .sections-links, .visually-hidden, [popover], svg',
              ) === null,
          )
          .map((element) => `${element.tagName} ${element.className}`)
          .slice(0, 5),
      }));
    await expect.poll(wide).toEqual({ scrolls: false, out: [] });
  });

  test('is reached everywhere by Tab, in the order of the page, with the focus in sight', async () => {
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await panel.evaluate(() => {
      scrollTo(0, 0);
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    // Where Tab begins.
    await panel.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
    const mark = async () => {
      // What scrolls is in reach by Tab only since its size is known.
      await afterFrames(panel);
      return panel.evaluate(() => {
        const all = [
          ...document.querySelectorAll(
            'a[href], button, input, select, summary, video, [tabindex="0"]',
          ),
        ].filter(
          (element) =>
            element instanceof HTMLElement &&
            element.checkVisibility({ visibilityProperty: true }) &&
            !element.matches(':disabled, [tabindex="-1"]'),
        );
        for (const old of document.querySelectorAll('[data-place]'))
          old.removeAttribute('data-place');
        for (const [place, element] of all.entries())
          element.setAttribute('data-place', `${place}`);
        return all.length;
      });
    };
    let due = 0;
    await expect
      .poll(async () => {
        const before = due;
        due = await mark();
        return due - before;
      })
      .toBe(0);
    expect(due).toBeGreaterThan(30);
    expect(due).toBeLessThan(60);
    const reached: number[] = [];
    const unseen: string[] = [];
    for (let press = 0; press < due + 15; press++) {
      await panel.keyboard.press('Tab');
      const look = () => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        const ringed = [element, element.parentElement, element.closest('label')].some((one) => {
          if (one === null) return false;
          const style = getComputedStyle(one);
          const outlined =
            style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
          return outlined || style.boxShadow !== 'none';
        });
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
        return {
          place: Number(element.getAttribute('data-place') ?? -1),
          name: `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`,
          ringed,
          inSight,
        };
      };
      let at = await panel.evaluate(look);
      if (at !== undefined && !(at.ringed && at.inSight)) {
        // It may take the browser a frame to scroll there.
        await afterFrames(panel);
        at = await panel.evaluate(look);
      }
      if (at === undefined) break;
      reached.push(at.place);
      if (!at.ringed || !at.inSight)
        unseen.push(`${at.name}: ${at.ringed ? 'off screen' : 'no ring'}`);
      if (at.place === due - 1) break;
    }
    expect(unseen).toEqual([]);
    const marked = reached.filter((place) => place >= 0);
    expect(marked).toEqual(Array.from({ length: due }, (_, place) => place));
  });

  test('keeps the keys typed into its picker from the page it is docked in', async () => {
    const { page } = stage;
    await page.bringToFront();
    const docked = await stage.dashboard(stage.room);
    await settled(docked, stage.room);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const kind of ['keydown', 'keypress', 'keyup', 'input']) {
        window.addEventListener(kind, (event) => heard.push(event.type), true);
      }
    });
    await picker(docked).click();
    await page.keyboard.type('glow');
    await page.keyboard.press('ArrowDown');
    await expect(picker(docked)).toHaveValue('glow');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.heard')).toEqual([]);
    await expect(docked.getByRole('listbox').filter({ visible: true })).toHaveCount(0);
  });
});
