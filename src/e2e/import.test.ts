import type { Page } from 'playwright-core';
import {
  creatorsFile,
  exportedRoom,
  type MadeFile,
  namelessFile,
  performanceFile,
} from './export-files.ts';
import { archivedRooms } from './panel-archive.ts';
import { openMore, picker, pressKey, seriousFaults, settled, type View } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const NAMELESS = /^0\d{17}$/;

test.describe('export files', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  const dialog = (view: View) => view.getByRole('dialog', { name: 'Add export files' });
  const heading = (view: View, name: string | RegExp) =>
    dialog(view).getByRole('heading', { name });
  const press = (view: View, name: string | RegExp) =>
    pressKey(dialog(view).getByRole('button', { name }));
  const titles = async (view: View): Promise<readonly string[]> =>
    (await archivedRooms(view, 'shop')).flatMap(({ room }) => room.title ?? []);
  const open = async (view: View): Promise<void> => {
    await openMore(view);
    await pressKey(view.getByRole('menuitem', { name: /^Add export files/ }));
    await expect(heading(view, 'Choose files')).toBeFocused();
  };
  const choose = (view: View, ...files: readonly MadeFile[]): Promise<void> =>
    dialog(view).locator('input[type="file"]').setInputFiles(files);
  /** Drops a file on the panel, as the browser tells of it. */
  const drop = async (panel: Page, { name, buffer }: MadeFile): Promise<void> => {
    const [file, kinds] = [{ name, text: buffer.toString() }, ['dragenter', 'dragover', 'drop']];
    for (const kind of kinds) {
      await panel.evaluate(
        ([made, type]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([made.text], made.name));
          const event = { dataTransfer, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent(type, event));
        },
        [file, kind] as const,
      );
      if (kind === 'dragover') await panel.getByText('Drop export files here').waitFor();
    }
  };

  test('chosen in the docked panel are previewed, added, shown without asking for them, and undone', async () => {
    const panel = await stage.dashboard(stage.room);
    await settled(panel, stage.room);
    await open(panel);
    await choose(panel, namelessFile(2));
    await expect(heading(panel, 'Before the files can be read')).toBeFocused();
    // The shop's other LIVEs tell where it is.
    await expect(dialog(panel).getByRole('combobox')).toHaveValue('US');
    await press(panel, 'Continue');
    await expect(heading(panel, 'What’s in the files')).toBeFocused();
    await expect(dialog(panel).getByText('2 new')).toBeVisible();
    // Whose they are too.
    await expect(dialog(panel).getByText(/^Taken as LIVEs of @/)).toBeVisible();
    await expect.poll(() => titles(panel)).not.toContain('Nameless LIVE 1');

    await press(panel, 'Add 2 LIVEs');
    await expect(heading(panel, '2 LIVEs added')).toBeFocused();
    await expect.poll(() => titles(panel)).toContain('Nameless LIVE 1');
    stage.demo.requests.reset();
    await press(panel, 'Open the latest');
    await settled(panel, 'The file names no room id');
    await expect(panel.locator('.basic-title')).toHaveText('Nameless LIVE 1');
    await expect(panel.getByRole('button', { name: 'Refresh figures' })).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'LIVE dashboard' })).toHaveCount(0);
    const asked = () => stage.demo.requests.list().flatMap(({ room = '' }) => room);
    expect(asked().filter((room) => NAMELESS.test(room))).toEqual([]);

    await open(panel);
    await press(panel, /^Undo what was added/);
    await expect(
      dialog(panel).getByText('Undone: your LIVEs are as they were before these files.'),
    ).toBeFocused();
    await expect.poll(() => titles(panel)).not.toContain('Nameless LIVE 1');
    await panel.page().keyboard.press('Escape');
    await settled(panel);
    await expect(panel.locator('.basic-title')).not.toHaveText('Nameless LIVE 1');
  });

  test('dropped on the panel in a tab are previewed, added, found in the picker, and undone', async () => {
    const panel = await stage.panelTab();
    await settled(panel);
    await drop(panel, performanceFile(3));
    await expect(heading(panel, 'What’s in the files')).toBeFocused();
    await expect(dialog(panel).getByText('3 new')).toBeVisible();
    await dialog(panel).getByText('1 row left out').click();
    await expect(dialog(panel)).toContainText('Row 5: The start time is missing.');
    await expect.poll(() => titles(panel)).not.toContain('Made-up LIVE 1');

    await press(panel, 'Add 3 LIVEs');
    await expect(heading(panel, '3 LIVEs added')).toBeFocused();
    const ids = async () => (await archivedRooms(panel, 'shop')).map(({ id }) => String(id));
    await expect.poll(ids).toContain(exportedRoom(0));
    // The same again adds nothing.
    await drop(panel, performanceFile(3));
    await expect(dialog(panel)).toContainText('Nothing to add');
    await press(panel, 'Start over');
    await panel.keyboard.press('Escape');
    await picker(panel).fill('made-up live 2');
    await expect(panel.getByRole('option').first()).toContainText('Made-up LIVE 2');
    await panel.keyboard.press('Escape');

    await open(panel);
    await press(panel, /^Undo what was added/);
    await expect.poll(ids).not.toContain(exportedRoom(0));
    await panel.close();
  });

  test('that are left at the preview leave nothing behind', async () => {
    const panel = await stage.panelTab();
    await settled(panel);
    await drop(panel, performanceFile(1));
    await press(panel, 'Add 1 LIVE');
    await expect(heading(panel, '1 LIVE added')).toBeFocused();
    await panel.keyboard.press('Escape');
    const before = await titles(panel);
    expect(before).toContain('Made-up LIVE 1');
    await drop(panel, performanceFile(2));
    await expect(heading(panel, 'What’s in the files')).toBeFocused();
    await panel.keyboard.press('Escape');
    await expect(dialog(panel)).toHaveCount(0);
    await open(panel);
    await expect(dialog(panel).getByText('Added before')).toBeVisible();
    const undo = dialog(panel).getByRole('button', { name: /^Undo what was added/ });
    await expect(undo).toHaveCount(1);
    await expect.poll(() => titles(panel)).toEqual(before);
    await pressKey(undo);
    await expect.poll(() => titles(panel)).not.toContain('Made-up LIVE 1');
    await panel.close();
  });

  test('of several creators ask which are the shop’s own, and leave the others out', async () => {
    const panel = await stage.panelTab();
    await settled(panel);
    await open(panel);
    await choose(panel, creatorsFile(['mia.made', 'liam.made']));
    await expect(heading(panel, 'Which creators are yours?')).toBeFocused();
    await expect(dialog(panel).getByRole('button', { name: 'Continue' })).toBeDisabled();
    await dialog(panel).getByRole('checkbox', { name: '@liam.made 2 LIVEs' }).press('Space');
    await press(panel, 'Continue');
    await expect(dialog(panel)).toContainText('1 LIVE of another creator left out');
    await expect(dialog(panel).getByRole('button', { name: 'Add 2 LIVEs' })).toBeVisible();
    await panel.close();
  });

  test('have no serious fault that axe finds, however wide and in both schemes', async () => {
    const panel = await stage.panelTab();
    await settled(panel);
    await drop(panel, performanceFile(2));
    await expect(heading(panel, 'What’s in the files')).toBeFocused();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        await panel.setViewportSize({ width, height: 800 });
        await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
      }
    }
    await panel.close();
  });
});
