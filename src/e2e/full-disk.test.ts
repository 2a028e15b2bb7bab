import type { CDPSession, Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { archivedBoard } from './panel-archive.ts';
import { seriousFaults } from './panel-view.ts';
import { next, plans, sampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

/** The browser trusts what it last measured for half a minute. */
const measured = { timeout: 60_000, intervals: [500] };

test.describe('a disk without room', () => {
  let stage: Stage;
  let panel: Page;
  let session: CDPSession;
  let before: string | undefined;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await sampleShop(stage);
    session = await stage.context.newCDPSession(panel);
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    await eventually(async () => expect(await plans(panel)).toHaveLength(1));
    before = (await plans(panel))[0]?.items[0]?.how;
    await pinFactor(0);
    await board(1);
    await fill();
  });
  test.afterAll(() => stage?.close());

  const note = () => panel.getByRole('textbox', { name: /^Note on / }).last();
  const how = () => panel.getByRole('textbox', { name: /^How to do it/ }).first();
  const done = () => panel.getByRole('checkbox', { name: /^Done: / }).first();
  const noteSaid = () => panel.locator('.note').getByRole('alert');
  const howSaid = () => panel.locator('.plan-words').getByRole('alert');
  const saidOf = (title: string) =>
    panel.locator('.notice').and(panel.getByRole('alert')).filter({ hasText: title });
  const boardSaid = () => saidOf('Your board could not be changed');
  const planSaid = () => saidOf('The plan can’t be read or saved');
  const again = (said: Locator) => said.getByRole('button', { name: 'Try again' }).click();

  test('loses nothing of what was kept or is being written, and is told plainly', async () => {
    await note().fill('Written on a full disk.');
    await note().blur();
    await noteSaid().getByText('no room left').waitFor();
    await pinFactor(1);
    await boardSaid().getByText('no room left').waitFor();
    await expect.poll(() => cards().count()).toBe(1);
    await how().fill('Also on a full disk.');
    await how().blur();
    await howSaid().getByText('no room left').waitFor();
    await done().click();
    await planSaid().getByText('no room left').waitFor();
    await expect.poll(() => done().isChecked()).toBe(false);

    await expect.poll(() => note().inputValue()).toBe('Written on a full disk.');
    await expect.poll(() => how().inputValue()).toBe('Also on a full disk.');
    await expect.poll(async () => (await board(1))[0]?.note).toBe('');
    await expect
      .poll(async () => (await plans(panel))[0]?.items[0])
      .toMatchObject({ how: before, done: false });
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
  });

  test('takes all of it when it is tried again once there is room', async () => {
    await makeRoom();
    await again(boardSaid());
    await board(2);
    await again(noteSaid());
    await expect.poll(async () => (await board(2))[1]?.note).toBe('Written on a full disk.');
    await again(planSaid());
    await expect.poll(async () => (await plans(panel))[0]?.items[0]?.done).toBe(true);
    await again(howSaid());
    await expect
      .poll(async () => (await plans(panel))[0]?.items[0]?.how)
      .toBe('Also on a full disk.');
    for (const said of [boardSaid(), noteSaid(), planSaid(), howSaid()]) {
      await said.waitFor({ state: 'detached' });
    }
    await expect.poll(() => cards().count()).toBe(2);
    await expect.poll(() => done().isChecked()).toBe(true);
  });

  const cards = () => panel.locator('#pinned .pinned');
  const pinFactor = async (place: number): Promise<void> => {
    const factor = panel.locator('#diagnosis .factor').nth(place);
    const row = factor.locator('.factor-row');
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await factor.locator('.factor-open .pin-toggle button').first().click();
  };

  /** The board, once it holds so many things. */
  const board = (count: number) =>
    eventually(async () => {
      const pinned = await archivedBoard(panel, 'sample');
      expect(pinned).toHaveLength(count);
      return pinned;
    });

  const allow = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: stage.extension,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  /** How writing the same settings again ends: a fault's code, or nothing. */
  const refusal = async (): Promise<string | undefined> => {
    const reply = await panel.evaluate(
      `chrome.runtime.sendMessage({ app: 'live-diagnosis', verb: 'settings.set', request: {} })`,
    );
    const Reply = v.object({ fault: v.optional(v.object({ code: v.string() })) });
    return v.parse(Reply, reply).fault?.code;
  };
  const fill = async (): Promise<void> => {
    await allow(1);
    await eventually(async () => expect(await refusal()).toBe('storage-full'), measured);
  };
  const makeRoom = async (): Promise<void> => {
    await allow();
    await eventually(async () => expect(await refusal()).toBeUndefined(), measured);
  };
});
