import type { Page } from 'playwright-core';
import { DEMO_HOST } from '../demo/addresses.ts';
import { amountOf } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import { finalAt } from '../metrics/time.ts';
import { BEAUTY } from '../sources/sample/catalogue.ts';
import { changeSettings } from './change-settings.ts';
import { panelWaitingFor } from './held-answers.ts';
import { forgetCategories } from './known-state.ts';
import {
  openCategory,
  picker,
  pickRoom,
  seriousFaults,
  settled,
  shownRoom,
  versus,
} from './panel-view.ts';
import { dockedPanel, raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the room picker', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    // From any page of Seller Center the extension learns on which of its hosts the seller works.
    await stage.page.goto(`https://${DEMO_HOST}/compass/live-analysis`);
    await dockedPanel(stage.page);
    panel = await stage.panelTab();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());

  const options = () =>
    panel.getByRole('listbox', { name: 'Most recently started LIVEs' }).getByRole('option');
  const roomAt = (place: number) => stage.demo.sessions()[place]?.room.id ?? '';
  /** The place of the marked option; its figures move while a LIVE runs. */
  const marked = () =>
    options().evaluateAll((all) =>
      all.findIndex((option) => option.getAttribute('aria-selected') === 'true'),
    );
  const leave = async () => {
    await panel.keyboard.press('Escape');
    await expect(options()).toHaveCount(0);
  };

  test('starts with the most recently started LIVE whose figures are final', async () => {
    const tab = await stage.panelTab();
    await settled(tab);
    await expect.poll(() => shownRoom(tab)).toBe(stage.room);
    await tab.close();
  });

  test('promises nothing while no LIVE is read yet', async () => {
    const { panel: early, letGo } = await panelWaitingFor('panel.open', stage);
    await expect(early.locator('.picker-under')).toHaveText('Reading the LIVE');
    await expect(early.getByRole('status').getByText('Reading the LIVE')).toBeAttached();
    for (const step of ['Earlier LIVE', 'Later LIVE']) {
      await expect(early.getByRole('button', { name: step })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    }
    await expect(early.locator('.verdict-headline')).toHaveCount(0);
    await letGo();
    await settled(early, stage.room);
    await expect(early.getByRole('button', { name: 'Earlier LIVE' })).toBeEnabled();
    await early.close();
  });

  test('lists the ten most recently started LIVEs on focus, with what tells them apart', {
    tag: '@day',
  }, async () => {
    await picker(panel).focus();
    await expect(options()).toHaveCount(10);
    // The list is read anew while it is open.
    await eventually(async () => {
      const recent = stage.demo.sessions().slice(0, 10);
      const settling = recent.map(
        ({ room }) => room.endedAt === undefined || finalAt(room.endedAt) > Date.now(),
      );
      expect(new Set(settling).size).toBe(2);
      const texts = await options().allTextContents();
      expect(texts.map((text, place) => text.includes(recent[place]?.room.title ?? '-'))).toEqual(
        recent.map(() => true),
      );
      for (const text of texts) {
        expect(text).toMatch(/[A-Z][a-z]{2} \d+, \d\d:\d\d (GMT|UTC|[A-Z]{2,})/);
        expect(text).toMatch(/\$[\d.]+/);
      }
      for (const text of texts.slice(1)) expect(text).toMatch(/\d+ (hr|min)/);
      expect(texts.map((text) => /figures final on [A-Z][a-z]{2} \d+/.test(text))).toEqual([
        // The list doesn't say that it runs, and so not when it is final either.
        false,
        ...settling.slice(1),
      ]);
    });
    await leave();
  });

  test('is worked by arrows, Home, End, Enter and Escape', async () => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await panel.keyboard.press(key);
    };
    const before = await shownRoom(panel);
    await picker(panel).click();
    await expect(options()).toHaveCount(10);
    await press('ArrowDown');
    await expect.poll(marked).toBe(0);
    await press('ArrowDown', 'ArrowDown', 'ArrowUp');
    await expect.poll(marked).toBe(1);
    await press('End');
    await expect.poll(marked).toBe(9);
    await press('ArrowDown');
    await expect.poll(marked).toBe(0);
    await press('ArrowUp', 'Home');
    await expect.poll(marked).toBe(0);
    await leave();
    await expect.poll(() => shownRoom(panel)).toBe(before);

    await press('ArrowDown');
    await expect(options()).toHaveCount(10);
    await press('End', 'Enter');
    await settled(panel, roomAt(9));
  });

  test('opens a room id that is typed and confirmed by Enter', { tag: '@smoke' }, async () => {
    await pickRoom(panel, roomAt(5));
    await expect.poll(() => shownRoom(panel)).toBe(roomAt(5));
  });

  test('opens the LIVE of a dashboard address that is pasted', async () => {
    await picker(panel).fill(
      `https://shop.tiktok.com/workbench/live/overview?room_id=${roomAt(6)}`,
    );
    await picker(panel).press('Enter');
    await settled(panel, roomAt(6));
  });

  test('finds a LIVE by a product it held, says so, and leads on where nothing is found', async () => {
    await pickRoom(panel, stage.room);
    const held = stage.demo.sessions().find(({ room }) => room.id === stage.room);
    const product = held?.products?.at(-1)?.name ?? '';
    const start = (await panel.locator('.picker-under .clip-text').textContent()) ?? '-';
    await pickRoom(panel, roomAt(5));
    await picker(panel).fill('zzzz');
    await expect(panel.getByText(/^No LIVE has these words/)).toBeVisible();
    await picker(panel).fill(product.toUpperCase());
    const ours = options().filter({ hasText: start });
    await expect(ours).toContainText(`Product: ${product}`);
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
    await ours.click();
    await settled(panel, stage.room);
  });

  test('says what a room id looks like when it gets none', async () => {
    const before = await shownRoom(panel);
    await picker(panel).fill('12345');
    await picker(panel).press('Enter');
    await expect(panel.getByRole('alert')).toContainText('19 digits');
    // The list stays, and the date of the LIVE in view doesn't lie under what was typed.
    await expect(options()).toHaveCount(10);
    await expect(panel.locator('.picker-under')).toHaveCount(0);
    await expect.poll(() => shownRoom(panel)).toBe(before);
    await leave();
  });

  test('offers to fetch an id that was never seen, and says when Seller Center has no such LIVE', async () => {
    const unknown = '7000000000000000001';
    await picker(panel).fill(unknown);
    await expect(options()).toHaveCount(1);
    await expect(options()).toContainText('Not seen before. Press Enter to fetch it');
    await picker(panel).press('Enter');
    await panel.getByText('Unknown LIVE room').waitFor();
    expect(stage.demo.requests.list('/api/').some(({ room }) => room === unknown)).toBe(true);
    await pickRoom(panel, stage.room);
  });

  test.describe('the category', () => {
    test.beforeEach(() => forgetCategories(panel));

    const beauty = () => changeSettings(panel, { shopCategory: BEAUTY });
    const choose = async (category: string, scope: RegExp) => {
      await openCategory(panel);
      const dialog = panel.getByRole('dialog', { name: 'Category benchmark' });
      await dialog.getByRole('combobox').selectOption({ label: category });
      await dialog.getByRole('radio', { name: scope }).check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveCount(0);
    };
    const named = (category: string) =>
      expect(versus(panel).locator('option').last()).toHaveText(`Category: ${category}`);

    test('is asked for once, for the whole shop', async () => {
      await named('Choose category');
      await choose('Beauty & Personal Care', /whole shop/);
      await named('Beauty & Personal Care');
      await pickRoom(panel, roomAt(5));
      await named('Beauty & Personal Care');
    });

    test('can be named for a product, and follows the best seller from then on', async () => {
      await beauty();
      const final = stage.demo
        .sessions()
        .filter(({ room }) => room.endedAt !== undefined && finalAt(room.endedAt) <= Date.now());
      const pair = final.flatMap((one, place) => {
        const twin = final.slice(place + 1).find((other) => bestSeller(other) === bestSeller(one));
        return twin === undefined ? [] : [[one, twin] as const];
      })[0];
      const stranger = final.find(
        (one) => pair !== undefined && bestSeller(one) !== bestSeller(pair[0]),
      );
      if (pair === undefined || stranger === undefined) throw new Error('No two LIVEs are alike.');
      await pickRoom(panel, pair[0].room.id);
      await choose('Home Supplies', /best seller is/);
      await named('Home Supplies');
      await pickRoom(panel, stranger.room.id);
      await named('Beauty & Personal Care');
      await pickRoom(panel, pair[1].room.id);
      await named('Home Supplies');
    });

    test('can be changed for one LIVE alone, and is still so in a new tab', async () => {
      await beauty();
      const room = (await shownRoom(panel)) ?? '';
      await choose('Kitchenware', /^this LIVE$/);
      await named('Kitchenware');
      await panel.close();
      panel = await stage.panelTab(`?room=${room}`);
      await settled(panel, room);
      await named('Kitchenware');
    });
  });

  test.describe('what it is compared with', () => {
    const tag = () => panel.locator('.verdict-tag > .chip');
    const reference = () => panel.locator('.verdict-reference');

    test('is one choice for the whole screen, named, and remembered', async () => {
      await changeSettings(panel, { versus: 'usual' });
      await pickRoom(panel, stage.room);
      await expect(versus(panel).locator('option:checked')).toHaveText('vs. your usual');
      await expect(reference()).toHaveText(/^your usual \$[\d.,K]+\/h \(\d+ LIVEs\)$/);
      const origin = panel.locator('.metrics [data-metric=tapThroughRate] .tip');
      await expect(origin).toContainText('the median of your own LIVEs');
      const [usual, step] = [
        await reference().textContent(),
        await panel.locator('.steps').textContent(),
      ];
      await versus(panel).selectOption({ label: 'vs. your best LIVE' });
      await expect(reference()).toContainText('your best LIVE');
      await expect(tag()).toContainText(/\d% (?:above|below)$/);
      await expect(origin).toContainText('your best LIVE');
      await expect(panel.locator('.steps')).not.toHaveText(step ?? '');
      await panel.goto(`${stage.extension}/src/panel/panel.html?room=${stage.room}`);
      await settled(panel, stage.room);
      await expect(versus(panel).locator('option:checked')).toHaveText('vs. your best LIVE');
      await versus(panel).selectOption({ label: 'vs. your usual' });
      await expect(reference()).toHaveText(usual ?? '');
    });

    test('keeps the choice while the category is looked at', async () => {
      await openCategory(panel);
      await panel.getByRole('dialog').waitFor();
      await panel.keyboard.press('Escape');
      await expect(versus(panel).locator('option:checked')).toHaveText('vs. your usual');
    });
  });

  test('steps to the LIVE before and after the one in view', async () => {
    await pickRoom(panel, roomAt(5));
    await panel.getByRole('button', { name: 'Earlier LIVE' }).click();
    await settled(panel, roomAt(6));
    await panel.getByRole('button', { name: 'Later LIVE' }).click();
    await settled(panel, roomAt(5));
  });
});

/** The product with the highest GMV. */
function bestSeller({ products = [] }: Session): string | undefined {
  const gmv = (one: (typeof products)[number]) => (one.gmv === undefined ? 0 : amountOf(one.gmv));
  return [...products].sort((a, b) => gmv(b) - gmv(a))[0]?.id;
}
