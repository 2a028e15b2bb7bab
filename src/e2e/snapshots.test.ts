import type { Page } from 'playwright-core';
import { releasedVersions } from '../archive/released/released.fixture.ts';
import { askWorker } from './ask-worker.ts';
import { type EarlierVersion, installEarlier } from './earlier-version.ts';
import { archivedBoard, archivedRooms, archivedSession } from './panel-archive.ts';
import { seriousFaults, settled, type View } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const captured = '7649951805363391253';

const long = { tag: '@long' };

async function options(stage: Stage): Promise<Page> {
  const page = await stage.context.newPage();
  await page.goto(`${stage.extension}/src/options/options.html`);
  return page;
}

/** What each snapshot of the list was taken before, its version and its LIVEs. */
const listed = (page: View): Promise<string[]> => page.locator('#snapshots li p').allTextContents();
const rooms = async (view: View) => (await archivedRooms(view, 'shop')).map(({ id }) => id);
const boardSize = async (view: View) => (await archivedBoard(view, 'shop')).length;

test.describe('an update of the extension', () => {
  let earlier: EarlierVersion | undefined;
  let stage: Stage | undefined;
  test.afterEach(async () => {
    await stage?.close();
    await earlier?.discard();
  });

  for (const version of releasedVersions) {
    const tag = version === releasedVersions.at(-1) ? [] : ['@long'];
    test(`keeps all that version ${version} kept, and a snapshot of it`, { tag }, async () => {
      earlier = await installEarlier(version);
      await earlier.update();
      stage = await raise({ ...earlier.installed, signedIn: false });
      const page = await options(stage);
      await expect
        .poll(() => listed(page))
        .toEqual([`Before an update · Data version ${version} · 6 LIVEs · 0.1 MB`]);
      await expect.poll(async () => (await rooms(page)).length).toBe(6);
      const session = await archivedSession(page, 'shop', captured);
      expect(session.figures.gmv).toMatchObject({ money: { amount: '2607080', currency: 'VND' } });
      expect(session.products).toHaveLength(8);
      await expect.poll(() => boardSize(page)).toBe(version >= 3 ? 2 : 0);
      await expect(page.locator('#ledger tbody tr')).toHaveCount(version >= 2 ? 2 : 0);
    });
  }

  test('that cannot change the data says so in the panel, and one click brings all back', async () => {
    earlier = await installEarlier(3, { spoiltBy: 'pictures' });
    await earlier.update();
    stage = await raise(earlier.installed);
    const panel = await stage.dashboard(stage.room);
    const fault = panel.getByRole('alert').filter({ hasText: 'Your data could not be updated' });
    await expect(fault).toContainText(/Nothing was changed.*from the snapshot of .*(GMT|UTC)/);
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
    await fault.getByRole('button', { name: 'Restore' }).click();
    await settled(panel, stage.room);
    await expect.poll(() => rooms(panel)).toContain(captured);
    await expect.poll(() => boardSize(panel)).toBe(2);
  });

  test(
    'that cannot change the data is told on the options page, and mended from there',
    long,
    async () => {
      earlier = await installEarlier(1, { spoiltBy: 'plans' });
      await earlier.update();
      stage = await raise({ ...earlier.installed, signedIn: false });
      const page = await options(stage);
      const fault = page.locator('#kept').getByRole('alert');
      await expect(fault).toContainText('could not be brought to this version');
      await expect.poll(() => seriousFaults(page)).toEqual([]);
      await fault.getByRole('button', { name: 'Restore' }).click();
      await expect(page.getByText(/^Your data are back/)).toBeVisible();
      await expect.poll(async () => (await rooms(page)).length).toBe(6);
      await expect(fault).toHaveCount(0);
    },
  );
});

test.describe('the snapshots on the options page', () => {
  let earlier: EarlierVersion | undefined;
  let stage: Stage;
  let page: Page;
  test.beforeEach(async () => {
    earlier = await installEarlier(3);
    await earlier.update();
    stage = await raise({ ...earlier.installed, signedIn: false });
    page = await options(stage);
    await expect(rows()).toHaveCount(1);
  });
  test.afterEach(async () => {
    await stage?.close();
    await earlier?.discard();
  });

  const rows = () => page.locator('#snapshots li');
  const answer = (name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  /** Takes one thing off the board, of which the snapshot has two. */
  const drop = async (): Promise<void> => {
    const [pinned] = await archivedBoard(page, 'shop');
    if (pinned === undefined) throw new Error('The board is empty.');
    await askWorker(page, 'pinned.drop', { which: 'shop', id: pinned.id });
    await expect.poll(() => boardSize(page)).toBe(1);
  };

  const restore = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Restore the snapshot of/ }).click();
    await answer('Replace everything');
  };

  test('bring the data of then back after a question, and what was there before by Undo', async () => {
    await drop();
    await page.getByRole('button', { name: /^Restore the snapshot of .*(GMT|UTC)/ }).click();
    await expect(page.getByRole('dialog')).toContainText('6 LIVEs');
    await expect.poll(() => seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => boardSize(page)).toBe(1);

    await restore();
    await expect.poll(() => boardSize(page)).toBe(2);
    await expect.poll(() => listed(page)).toHaveLength(2);
    const undo = page.locator('#snapshots').getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await undo.press('Enter');
    await expect.poll(() => boardSize(page)).toBe(1);
  });

  test('change nothing where there is no room for another one, and say so', long, async () => {
    await drop();
    const session = await stage.context.newCDPSession(page);
    const allow = (quota?: { quotaSize: number }) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: stage.extension, ...quota });
    await allow({ quotaSize: 1 });
    const keep = () => askWorker(page, 'settings.set', {}).then(() => 'kept', String);
    // The browser trusts what it last measured for half a minute.
    await expect.poll(keep, { timeout: 60_000, intervals: [500] }).toContain('storage-full');
    await restore();
    const said = page.locator('#snapshots').getByRole('alert');
    await expect(said).toContainText('no room left');
    await expect.poll(() => listed(page)).toHaveLength(1);
    await expect.poll(() => boardSize(page)).toBe(1);
    await expect.poll(() => seriousFaults(page)).toEqual([]);
    await allow();
  });

  test('go one by one, and all of them when everything is deleted', long, async () => {
    await restore();
    await expect.poll(() => listed(page)).toHaveLength(2);
    const first = rows().filter({ hasText: 'Before an update' });
    await first.getByRole('button', { name: 'Delete' }).click();
    await answer('Delete');
    await expect(first).toHaveCount(0);
    await expect(rows()).toHaveCount(1);
    await expect(page.locator('#snapshots')).toBeFocused();
    await page.locator('#kept').getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Delete' }).click();
    await expect(page.getByText('There is no snapshot yet')).toBeVisible();
    await expect.poll(() => rooms(page)).toEqual([]);
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(databases.map(({ name }) => name)).not.toContain('live-diagnosis-shop-restoring');
  });

  test('go into a file, and come back out of it after everything was deleted', async () => {
    const section = page.locator('#snapshots');
    const choose = (file: string | { name: string; mimeType: string; buffer: Buffer }) =>
      section.locator('input[type=file]').setInputFiles(file);
    await drop();
    const saving = page.waitForEvent('download');
    await section.getByRole('button', { name: 'Save a backup' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(
      /^live-diagnosis-backup-\d{4}-\d\d-\d\d\.ndjson\.gz$/,
    );
    await expect(section.getByRole('status')).toContainText(download.suggestedFilename());
    const file = await download.path();

    await choose({ name: 'other.gz', mimeType: 'application/gzip', buffer: Buffer.from('{}') });
    await expect(section.getByRole('alert')).toContainText('no backup');

    await askWorker(page, 'archive.forget', {});
    await expect(section.getByText('There is no snapshot yet')).toBeVisible();
    await choose(file);
    await expect(page.getByRole('dialog')).toContainText('6 LIVEs');
    await expect.poll(() => seriousFaults(page)).toEqual([]);
    await answer('Add what’s missing');
    await expect(section).toContainText('6 LIVEs were added.');
    await expect.poll(async () => (await rooms(page)).length).toBe(6);
    await expect.poll(() => boardSize(page)).toBe(1);
    await expect(rows()).toContainText(['From a backup file']);
  });
});
