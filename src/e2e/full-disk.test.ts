import type { CDPSession, Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { manyPinned } from './board-filling.ts';
import { archivedBoard, archivedSession, askArchive, fillBoard } from './panel-archive.ts';
import { seriousFaults, shownRoom } from './panel-view.ts';
import { keepPlan, plans, showSampleShop } from './plan-stage.ts';
import { planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

/** The browser trusts what it last measured for half a minute. */
const measured = { timeout: 60_000, intervals: [500] };

test.describe('a disk without room', () => {
  let stage: Stage;
  let panel: Page;
  let session: CDPSession;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await showSampleShop(stage);
    session = await stage.context.newCDPSession(panel);
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

  test('loses nothing, is told plainly, and takes all of it when it is tried again', async () => {
    await test.step('with a plan and a board that are kept', keepSomething);
    await test.step('loses nothing of what was kept or is being written, and is told plainly', async () => {
      await fill();
      await note().fill('Written on a full disk.');
      await note().blur();
      await noteSaid().getByText('no room left').waitFor();
      await pinFactor();
      await boardSaid().getByText('no room left').waitFor();
      await expect(cards()).toHaveCount(1);
      await how().fill('Also on a full disk.');
      await how().blur();
      await howSaid().getByText('no room left').waitFor();
      await done().click();
      await planSaid().getByText('no room left').waitFor();
      await expect(done()).not.toBeChecked();

      await expect(note()).toHaveValue('Written on a full disk.');
      await expect(how()).toHaveValue('Also on a full disk.');
      await expect.poll(board).toMatchObject([{ note: 'Kept before.' }]);
      await expect.poll(item).toMatchObject({ how: 'Within the first minute.', done: false });
      await expect.poll(() => seriousFaults(panel, '#pinned', '#next')).toEqual([]);
    });
    await test.step('takes all of it when it is tried again once there is room', async () => {
      await makeRoom();
      await again(boardSaid());
      await expect.poll(board).toHaveLength(2);
      await again(noteSaid());
      await expect.poll(async () => (await board())[1]?.note).toBe('Written on a full disk.');
      await again(planSaid());
      await expect.poll(item).toMatchObject({ done: true });
      await again(howSaid());
      await expect.poll(item).toMatchObject({ how: 'Also on a full disk.' });
      for (const said of [boardSaid(), noteSaid(), planSaid(), howSaid()]) {
        await said.waitFor({ state: 'detached' });
      }
      await expect(cards()).toHaveCount(2);
      await expect(done()).toBeChecked();
    });
  });

  const cards = () => panel.locator('#pinned .pinned');
  const board = () => archivedBoard(panel, 'sample');
  const item = async () => (await plans(panel))[0]?.items[0];

  const keepSomething = async (): Promise<void> => {
    const live = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
    const greet = { title: 'Greet by name', how: 'Within the first minute.' };
    await keepPlan(panel, planFrom(live, [{ ...greet, tested: false, done: false }]));
    const [thing] = manyPinned(1, Math.floor(Date.now() / 1000));
    if (thing === undefined) throw new Error('There is nothing to pin.');
    await fillBoard(panel, 'sample', [{ pinned: { ...thing, note: 'Kept before.' } }]);
    await expect(how()).toHaveValue('Within the first minute.');
    await expect(note()).toHaveValue('Kept before.');
  };
  /** Unfolds the first factor and pins it. */
  const pinFactor = async (): Promise<void> => {
    await panel.getByRole('button', { name: /^Expand all factors/ }).click();
    const factor = panel.locator('#diagnosis .factor').first();
    const row = factor.locator('.factor-row');
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await factor.locator('.factor-open .pin-toggle button').first().click();
  };

  const allow = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: stage.extension,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  /** How writing the same settings again ends: a fault's code, or nothing. */
  const refusal = async (): Promise<string | undefined> => {
    const reply = await askArchive(panel, 'settings.set', {});
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
