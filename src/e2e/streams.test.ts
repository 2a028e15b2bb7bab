import type { Locator, Page } from 'playwright-core';
import { bestAsLong } from '../diagnosis/best-as-long.ts';
import type { BenchmarkRoom, CategorySlice } from '../metrics/feed/category-slice.ts';
import { seconds, unixSeconds } from '../metrics/time.ts';
import { formatFigure } from '../panel/figures.ts';
import { changeSettings } from './change-settings.ts';
import { FEED_NAME, keepFeed } from './feed-in-archive.ts';
import { archivedSession } from './panel-archive.ts';
import { afterFrames, pickRoom, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { jumpTo, partIn, playsWithin, selectOf, watchedPanel } from './watching.ts';

const HOSTILE = '<img src=x onerror="document.title=\'owned\'">‮ {count} $1';

/** The second LIVE has no impressions and alone a clip of follows, the third speaks in tags, the fourth's clips have run out, the fifth's covers are gone. */
function changed(told: BenchmarkRoom, place: number): BenchmarkRoom {
  const [first] = told.clips;
  if (first === undefined) throw new Error('A LIVE of the feed has no clip.');
  if (place === 1) {
    const { impressionsPerHour: _gone, ...figures } = told.figures;
    return { ...told, figures, clips: [{ ...first, factor: 'follows' }] };
  }
  const others = told.clips.filter(({ factor }) => factor !== 'follows');
  const clips = others.length > 0 ? others : [{ ...first, factor: 'reach' }];
  const room = { ...told, clips };
  if (place === 2) return { ...room, title: HOSTILE, creator: HOSTILE };
  if (place === 3) {
    const expiresAt = unixSeconds(Date.now() / 1_000 - 60);
    return { ...room, clips: room.clips.map((clip) => ({ ...clip, expiresAt })) };
  }
  if (place === 4) return { ...room, coverUrl: 'https://seller-us.tiktok.com/no/such/cover.png' };
  return room;
}

test.describe('benchmark LIVE streams', () => {
  let stage: Stage;
  let panel: Page;
  let slice: CategorySlice;
  /** The own LIVEs that the archive has read, the one in view first. */
  let watched: readonly string[];
  test.beforeAll(async () => {
    stage = await raise();
    ({ slice } = await keepFeed(stage, changed));
    ({ panel, rooms: watched } = await watchedPanel(stage));
  });
  test.afterAll(() => stage?.close());

  const section = () => panel.locator('#benchmarks');
  const group = (name: string): Locator =>
    section()
      .locator('.benchmarks-group')
      .filter({ has: panel.getByRole('heading', { name }) });
  const fed = () => group(`From ${FEED_NAME}`);
  const own = () => group('Your own best LIVEs');
  const cards = (of: Locator) => of.locator('.benchmark');
  const found = async () => Number(/\d+/.exec((await status().textContent()) ?? '')?.[0]);
  const status = () => section().locator('.benchmarks-found [role="status"]');
  const choose = async (label: string, value: string | { index: number }) => {
    const field = selectOf(section(), label);
    if (!(await field.isVisible())) await section().getByText('More filters').click();
    await field.selectOption(value);
  };

  test.beforeEach(async () => {
    const [room = ''] = watched;
    if ((await shownRoom(panel)) !== room) await pickRoom(panel, room);
    const clear = section().getByRole('button', { name: 'Clear filters' });
    if ((await clear.count()) > 0) await clear.click();
    await cards(fed()).first().waitFor();
  });

  test('stand in two groups by whose they are, the feed’s marked as simulated', async () => {
    await expect(cards(fed())).toHaveCount(slice.rooms.length - 1);
    await expect(cards(own())).toHaveCount(3);
    await expect(fed().getByText('Simulated')).toHaveCount(1);
    await expect(fed()).toContainText(
      `Picked as the best of ${slice.lives} LIVEs of ${slice.shops} shops in the ${slice.window} days`,
    );
    await expect.poll(found).toBe(slice.rooms.length + 3);
    await expect(fed().locator('.benchmarks-head')).toContainText(`${slice.rooms.length} LIVEs`);
    await expect(own().locator('.benchmarks-head')).toContainText('3 LIVEs');
    await expect.poll(() => seriousFaults(panel, '#benchmarks')).toEqual([]);
  });

  test('are found by whose they are', async () => {
    await choose('LIVEs from', 'own');
    await expect(fed()).toHaveCount(0);
    await expect.poll(found).toBe(3);
    await choose('LIVEs from', 'feed');
    await expect(own()).toHaveCount(0);
    await expect.poll(found).toBe(slice.rooms.length);
  });

  test('are found by a range with two ends, from the LIVEs’ own quartiles', async () => {
    const all = await found();
    await choose('GMV/h, at least', { index: 2 });
    await expect.poll(found).toBeLessThan(all);
    const above = await found();
    expect(above).toBeGreaterThan(0);
    await choose('GMV/h, at least', '');
    await choose('GMV/h, at most', { index: 2 });
    await expect.poll(async () => (await found()) + above).toBe(all);

    // What the lower end forbids can't be chosen as the upper one.
    await choose('GMV/h, at least', { index: 1 });
    const most = selectOf(section(), 'GMV/h, at most');
    await expect(most.locator('option').nth(1)).toBeDisabled();
  });

  test('never show a missing figure as zero, and are in no range of it', async () => {
    const card = cards(fed()).nth(1);
    await expect(card.locator('dd').filter({ hasText: /^–$/ })).not.toHaveCount(0);
    const all = await found();
    await choose('Impressions/h, at most', { index: 3 });
    await expect.poll(found).toBeLessThan(all);
    const within = await found();
    await choose('Impressions/h, at most', '');
    await choose('Impressions/h, at least', { index: 3 });
    await expect.poll(async () => (await found()) + within).toBe(all - 1);
  });

  test('say when nothing matches, and come back when the filters are cleared', async () => {
    await choose('LIVEs from', 'feed');
    await choose('Key factor', 'follows');
    await expect.poll(found).toBe(1);
    // The only one says nothing of its impressions.
    await choose('Impressions/h, at least', { index: 1 });
    await expect.poll(found).toBe(0);
    await expect(fed()).toContainText('No LIVE matches');
    await section().getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(found).toBe(slice.rooms.length + 3);
  });

  test('are found from a factor of the diagnosis, which says how many there are', async () => {
    const row = panel.locator('.factor-row', { hasText: /\d+ benchmark clips?/ }).first();
    for (const room of watched) {
      await pickRoom(panel, room);
      await afterFrames(panel);
      if (await row.isVisible()) break;
    }
    const count = Number(/(\d+) benchmark clip/.exec((await row.textContent()) ?? '')?.[1]);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await panel
      .getByRole('button', { name: /^View benchmark LIVE streams that show/ })
      .first()
      .click();
    await expect.poll(found).toBe(count);
    const factor = selectOf(section(), 'Key factor');
    await expect(factor).not.toHaveValue('gmv');
    await expect.poll(() => panel.evaluate('document.activeElement.id')).toBe('benchmarks');
  });

  test('play a feed’s clip from its start second, loop it, and pin it', async () => {
    const clip = slice.rooms[0]?.clips[0];
    if (clip === undefined) throw new Error('no clip');
    await cards(fed())
      .first()
      .getByRole('button', { name: /^Play / })
      .click();
    const dialog = panel.getByRole('dialog');
    const video = dialog.locator('video');
    await playsWithin(video, clip.from - 0.1, clip.from + 20);
    await expect(dialog.locator('.screen-label')).toHaveText(`${FEED_NAME}Simulated`);
    await jumpTo(video, clip.to - 1);
    await playsWithin(video, clip.from - 0.1, clip.from + 20);
    await dialog.getByRole('button', { name: /^Pin/ }).click();
    await expect(dialog.getByRole('button', { pressed: true, name: /pinned/i })).toHaveCount(1);
    await panel.keyboard.press('Escape');
  });

  test('stand last as a line of figures, without a button, when their clips have run out', async () => {
    const lines = fed().locator('.figures-only li');
    await expect(lines).toHaveCount(1);
    await expect(lines).toContainText('Expired');
    await expect(lines).toContainText('$');
    await expect(lines.getByRole('button')).toHaveCount(0);
    await expect(
      cards(fed()).filter({ hasNot: panel.getByRole('button', { name: /^Play / }) }),
    ).toHaveCount(0);
  });

  test('hold a clip against the own LIVE’s best stretch of the same length', async () => {
    const claim = cards(own()).first().locator('.benchmark-shows');
    await expect(claim).toContainText(/^GMV per hour, best \d+ min/);
    const { from, to } = partIn(
      (await cards(own()).first().locator('.benchmark-place').textContent()) ?? '',
    );
    const session = await archivedSession(panel, 'shop', watched[0] ?? '');
    const best = bestAsLong(session, 'gmvPerHour', seconds(to - from));
    const style = { currency: session.currency, locale: 'en-US' };
    await expect(claim.locator('dt').filter({ hasText: 'Your LIVE' })).toHaveCount(
      best === undefined ? 0 : 1,
    );
    if (best !== undefined) {
      await expect(claim).toContainText(`Your LIVE${formatFigure('gmvPerHour', best, style)}`);
    }
  });

  test('show a plain field where a cover is gone', async () => {
    const card = cards(fed()).nth(3);
    await card.scrollIntoViewIfNeeded();
    await expect(card.locator('img')).toHaveCount(0);
    await expect(card.locator('.cover-frame')).toHaveCount(1);
  });

  test('show what a feed says as text, whatever it says', async () => {
    const card = cards(fed()).nth(2);
    const title = card.locator('.benchmark-title');
    await expect.poll(() => title.textContent()).toBe(HOSTILE);
    await expect(title.locator('*')).toHaveCount(0);
    await card.getByRole('button', { name: /^Play / }).click();
    await expect
      .poll(() => panel.getByRole('dialog').getByRole('heading').textContent())
      .toBe(HOSTILE);
    await expect.poll(() => panel.title()).not.toBe('owned');
    await panel.keyboard.press('Escape');
  });

  test('are of the category of the LIVE: another category says that the feed has none', async () => {
    await section()
      .getByRole('button', { name: /^Category: / })
      .click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Collectibles' });
    await dialog.getByLabel('this LIVE').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await section().getByText(`No LIVEs of this category in ${FEED_NAME}`).waitFor();
    await expect(own()).toContainText('is known to be of this category. The category of ');
    await expect.poll(found).toBe(0);
    await changeSettings(panel, { roomCategories: { [watched[0] ?? '']: null } });
    await cards(own()).first().waitFor();
  });
});

test.describe('without a benchmark feed', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  test('says what a feed is, and leads to where one is added', async () => {
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    const section = panel.locator('#benchmarks');
    await section.getByText('Choose the category above').waitFor();
    await section.getByRole('button', { name: /^Category: / }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Collectibles' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await section.getByText('No benchmark feed added yet').waitFor();
    const opening = stage.context.waitForEvent('page');
    await section.getByRole('button', { name: 'Add a feed' }).click();
    const options = await opening;
    await expect.poll(() => options.url()).toContain('/options.html');
    await expect.poll(() => seriousFaults(panel, '#benchmarks')).toEqual([]);
  });
});
