import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { askWorker } from './ask-worker.ts';
import { exportedRoom, type MadeFile, performanceFile } from './export-files.ts';
import { archivedRooms } from './panel-archive.ts';
import { openMore, pressKey, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { TEST_PATIENCE_MS } from './wait-options.ts';

/** So many LIVEs that adding them takes seconds. */
const MANY = 1_500;
/** Patience with so many on a busy machine. */
const patient = { timeout: 6 * TEST_PATIENCE_MS };

const dialog = (panel: Page) => panel.getByRole('dialog', { name: 'Add export files' });
const press = (panel: Page, name: string | RegExp) =>
  pressKey(dialog(panel).getByRole('button', { name }));

/** Opens the import in a tab and has it read a file, up to the preview. */
async function previewed(panel: Page, file: MadeFile): Promise<void> {
  await settled(panel);
  await openMore(panel);
  await pressKey(panel.getByRole('menuitem', { name: /^Add export files/ }));
  await dialog(panel).locator('input[type="file"]').setInputFiles(file);
  await expect(dialog(panel).getByRole('button', { name: /^Add [\d,]+ LIVEs$/ })).toBeVisible(
    patient,
  );
}

/** The LIVEs of the made files in the archive. */
async function added(panel: Page): Promise<readonly string[]> {
  const made = /^Made-up LIVE /;
  const rooms = await archivedRooms(panel, 'shop');
  return rooms.filter(({ room }) => made.test(room.title ?? '')).map(({ id }) => String(id));
}

test.describe('an import of export files', { tag: '@long' }, () => {
  test('in two tabs at once adds every LIVE once, and each can be undone by itself', async () => {
    const stage = await raise();
    try {
      const [one, other] = [await stage.panelTab(), await stage.panelTab()];
      await previewed(one, performanceFile(6, { name: 'first.csv' }));
      await previewed(other, performanceFile(6, { name: 'second.csv', from: 3 }));
      await Promise.all([press(one, /^Add 6 LIVEs/), press(other, /^Add 6 LIVEs/)]);
      const all = Array.from({ length: 9 }, (_, place) => exportedRoom(place));
      await expect.poll(async () => (await added(one)).toSorted()).toEqual(all);
      for (const panel of [one, other]) {
        await expect(
          dialog(panel).getByRole('heading', { name: /added|updated|known/ }),
        ).toBeFocused();
      }
      await press(one, /^Undo/);
      await expect.poll(async () => (await added(one)).toSorted()).toEqual(all.slice(3));
      await press(other, /^Undo/);
      await expect.poll(() => added(one)).toEqual([]);
    } finally {
      await stage.close();
    }
  });

  test('without room on the disk changes nothing, says so, and works once there is room', async () => {
    const stage = await raise();
    try {
      const panel = await stage.panelTab();
      await previewed(panel, performanceFile(40));
      const before = (await archivedRooms(panel, 'shop')).map(({ id }) => id);
      const session = await stage.context.newCDPSession(panel);
      const allow = (quota?: { quotaSize: number }) =>
        session.send('Storage.overrideQuotaForOrigin', { origin: stage.extension, ...quota });
      const keep = () => askWorker(panel, 'settings.set', {}).then(() => 'kept', String);
      await allow({ quotaSize: 1 });
      // The browser trusts what it last measured for half a minute.
      const measured = { timeout: 60_000, intervals: [500] };
      await expect.poll(keep, measured).toContain('storage-full');
      await press(panel, 'Add 40 LIVEs');
      await expect(dialog(panel).getByRole('alert')).toContainText('no room left');
      await expect
        .poll(async () => (await archivedRooms(panel, 'shop')).map(({ id }) => id))
        .toEqual(before);
      await allow();
      await expect.poll(keep, measured).toBe('kept');
      await press(panel, 'Try again');
      await expect.poll(async () => (await added(panel)).length).toBe(40);
    } finally {
      await stage.close();
    }
  });

  test.describe('in a browser that is killed', () => {
    let demo: Demo;
    let profile: string;
    let stage: Stage | undefined;
    test.beforeEach(async () => {
      demo = await startDemo({ seed: 7 });
      profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-killed-'));
    });
    test.afterEach(async () => {
      await stage?.close().catch(() => undefined);
      await demo.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });

    for (const ms of [150, 600, 1_500]) {
      test(`${ms} ms after it began to add is done or not begun, and nothing else is lost`, async () => {
        stage = await raise({ demo, profile });
        const first = await stage.panelTab();
        await settled(first);
        await expect
          .poll(async () => (await archivedRooms(first, 'shop')).length)
          .toBeGreaterThan(5);
        const before = (await archivedRooms(first, 'shop')).map(({ id }) => id).toSorted();
        await previewed(first, performanceFile(MANY));
        await press(first, /^Add 1,500 LIVEs/);
        // When in the writing it happens is the very thing that the test varies.
        spawnSync('sh', ['-c', `sleep ${ms / 1_000}; exec pkill -9 -f "$KILLED"`], {
          env: { ...process.env, KILLED: profile },
        });
        await stage.close().catch(() => undefined);

        stage = await raise({ demo, profile, signedIn: false });
        const panel = await stage.panelTab();
        await settled(panel);
        const there = await archivedRooms(panel, 'shop');
        const count = (await added(panel)).length;
        expect([0, MANY]).toContain(count);
        const ids = new Set(there.map(({ id }) => id));
        expect(before.filter((id) => !ids.has(id))).toEqual([]);
        if (count === 0) {
          await previewed(panel, performanceFile(MANY));
          await press(panel, /^Add 1,500 LIVEs/);
        }
        await expect.poll(async () => (await added(panel)).length, patient).toBe(MANY);
      });
    }
  });
});
