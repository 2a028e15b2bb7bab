import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { DEMO_HOST } from '../demo/addresses.ts';
import { pictureUrl } from '../demo/endpoints/values.ts';
import { replayPath } from '../demo/replay.ts';
import { type Pinned, PinnedSchema } from '../metrics/board/pinned.ts';
import { manyPinned } from './board-filling.ts';
import { emptyBoard } from './known-state.ts';
import { archivedBoard, fillBoard } from './panel-archive.ts';
import { settled } from './panel-view.ts';
import { emptyRaw, putRaw } from './raw-archive.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { playsWithin, standing } from './watching.ts';

const DAY = 86_400;
const PICTURE =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20width=%224%22%20height=%224%22/%3E';

test.describe('what is pinned of a recording', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    // The dashboard's own answers tell the LIVE's title and cover.
    await settled(await stage.dashboard(stage.room), stage.room);
    panel = await stage.panelTab(`?room=${stage.room}`);
    await panel.setViewportSize({ width: 400, height: 900 });
    await settled(panel, stage.room);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => emptyBoard(panel, 'shop'));

  const now = (): number => Math.floor(Date.now() / 1000);
  const cards = () => panel.locator('#pinned .pinned');
  const moment = (place: number, more: object): Pinned =>
    v.parse(PinnedSchema, {
      kind: 'clip',
      id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
      pinnedAt: 1,
      factor: 'click-to-order',
      feed: 'Agency',
      rank: `a${place}`,
      tags: ['opening'],
      note: `Kept note ${place}`,
      status: 'to-try',
      room: {
        room: `764995180539000020${place}`,
        title: `Their LIVE ${place}`,
        startedAt: now() - 40 * DAY,
        figures: { gmvPerHour: 4321, impressionsPerHour: 8765 },
        currency: 'USD',
      },
      clip: {
        factor: 'click-to-order',
        metric: 'ctor',
        level: 0.125,
        from: 60,
        to: 90,
        url: 'https://cdn.example/gone.mp4',
        ...more,
      },
    });

  test('is a moment at the second that the player shows, once, and plays from there', async () => {
    await panel.getByRole('button', { name: /^Play replay/ }).click();
    const dialog = panel.getByRole('dialog');
    const video = dialog.locator('video');
    const time = () =>
      video.evaluate((one) => (one instanceof HTMLVideoElement ? one.currentTime : 0));
    await expect.poll(time).toBeGreaterThan(1.2);
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await dialog.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const pin = dialog.getByRole('button', { name: 'Pin this moment' });
    await pin.press('Enter');
    await expect(dialog).toContainText('is on your board now');
    await pin.press('Enter');
    await expect(dialog).toContainText('is on your board already');
    await eventually(async () => {
      const [pinned, ...more] = await archivedBoard(panel, 'shop');
      expect(more).toEqual([]);
      expect(pinned).toMatchObject({ kind: 'moment', room: { room: stage.room } });
      const at = pinned?.kind === 'moment' ? pinned.at : Number.NaN;
      // The demo’s recording changes its picture every two seconds.
      expect(Math.abs(at - (await time()))).toBeLessThan(0.5);
    });
    await panel.keyboard.press('Escape');

    await cards()
      .first()
      .getByRole('button', { name: /^Play: / })
      .click();
    await expect.poll(time).toBeGreaterThanOrEqual(1);
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  test('has a picture of its own, asked for once and in the ledger, when the cover is gone', async () => {
    // A LIVE whose cover no other test has the worker ask for.
    const live = stage.demo
      .sessions()
      .find(({ room }) => ![stage.room, stage.running].includes(room.id));
    if (live === undefined) throw new Error('The shop has no other LIVE.');
    const { id } = live.room;
    const coverUrl = pictureUrl(DEMO_HOST, id);
    const room = { room: id, title: 'Their own cover', coverUrl, figures: {} };
    await fillBoard(panel, 'shop', [{ pinned: v.parse(PinnedSchema, { ...moment(0, {}), room }) }]);
    const image = cards().first().locator('.pinned-cover img');
    await image.scrollIntoViewIfNeeded();
    await expect(image).toHaveAttribute('src', /^data:image\//);
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const asked = options
      .locator('#ledger .ledger-asked', { hasText: new URL(coverUrl).pathname })
      .locator('tbody tr');
    await expect(asked).toHaveCount(1);
    await options.close();

    stage.demo.faults.set([{ fault: { kind: 'status', status: 404 }, path: '/demo/cover/' }]);
    await panel.reload();
    await settled(panel, stage.room);
    await image.scrollIntoViewIfNeeded();
    await expect(image).toHaveAttribute('src', /^data:image\//);
    stage.demo.faults.clear();
  });

  test('keeps picture, figures and note after the clip has expired, and says that it has', async () => {
    await fillBoard(panel, 'shop', [
      { pinned: moment(1, { expiresAt: now() - DAY }), picture: PICTURE },
    ]);
    const card = cards().filter({ hasText: 'Their LIVE 1' });
    await card.waitFor();
    await expect(card.locator('img')).toHaveAttribute('src', PICTURE);
    for (const due of ['Clip expired', '12.5%', '$4,321', '8,765']) {
      await expect(card).toContainText(due);
    }
    await expect(card.getByRole('textbox')).toHaveValue('Kept note 1');
    await expect(card.getByRole('button', { name: /^Play/ })).toHaveCount(0);
  });

  test('warns on the card and above the board in the last seven days', async () => {
    await fillBoard(panel, 'shop', [
      { pinned: moment(2, { expiresAt: now() + 2.5 * DAY }) },
      { pinned: moment(3, { expiresAt: now() + 12.5 * DAY }) },
    ]);
    const card = (title: string) => cards().filter({ hasText: title });
    await card('Their LIVE 3').waitFor();
    await expect(card('Their LIVE 2').locator('.chip')).toHaveText('2 days left');
    await expect(card('Their LIVE 3').locator('.chip')).toHaveCount(0);
    await expect(panel.locator('#pinned .section-head')).toContainText('1 expires within 7 days');
  });

  test('says so when a clip starts after its recording has ended, and plays the rest', async () => {
    const url = `https://${DEMO_HOST}${replayPath(stage.room, now())}`;
    const away = { url, from: 90_000, to: 90_030 };
    await fillBoard(panel, 'shop', [{ pinned: moment(4, away) }]);
    await cards()
      .filter({ hasText: 'Their LIVE 4' })
      .getByRole('button', { name: /^Play: / })
      .click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('after the recording ends').waitFor();
    const video = dialog.locator('video');
    await expect.poll(() => standing(video)).toMatchObject({ at: 0, paused: true });
    await dialog.getByRole('button', { name: 'Play', exact: true }).click();
    await playsWithin(video, 0, 30);
    await panel.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  test('is there without any LIVE in view, and is found among five hundred', async () => {
    const unknown = '7000000000000000001';
    await putRaw(panel, 'shop', { pinned: manyPinned(500, now()) });
    const tab = await stage.panelTab(`?room=${unknown}`);
    await tab.getByText('Unknown LIVE room').waitFor();
    await expect(tab.locator('#pinned .section-head')).toContainText('500 pinned');
    const shown = tab.locator('#pinned .pinned');
    await tab.getByRole('searchbox', { name: /^Search/ }).fill('number 437, ');
    await expect(shown).toHaveCount(1);
    await tab.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(shown).toHaveCount(12);
    await tab.getByRole('button', { name: 'Show 48 more', exact: true }).click();
    await expect(shown).toHaveCount(12 + 48);
    await tab.close();
    await emptyRaw(panel, 'shop', ['pinned']);
  });
});
