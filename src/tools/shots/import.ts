import type { Page } from 'playwright-core';
import {
  creatorsFile,
  type MadeFile,
  namelessFile,
  performanceFile,
} from '../../e2e/export-files.ts';
import { openMore } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';

const WIDTHS = [320, 400, 1280];

/** Export files, step by step, from a panel that knows no LIVE. */
export async function shootImport(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await stage.panelTab();
    const take = (name: string) => camera.take(panel, name, { widths: WIDTHS });
    const press = (name: string | RegExp) => panel.getByRole('button', { name }).click();
    await press('Add export files…');
    await step(panel, 'Choose files');
    await take('import-choose');
    await choose(panel, [performanceFile(8), namelessFile(2), otherFile]);
    await step(panel, 'Before the files can be read');
    await take('import-asks');
    await panel.getByRole('dialog').getByRole('combobox').selectOption('US');
    await press('Continue');
    await step(panel, 'Whose LIVEs are these?');
    await panel.getByRole('textbox', { name: 'Your TikTok handle' }).fill('@made.shop');
    await take('import-account');
    await press('Continue');
    await step(panel, 'What’s in the files');
    await panel.getByText('1 row left out').click();
    await take('import-preview');
    await press(/^Add \d/);
    await step(panel, /LIVEs added$/);
    await take('import-done');
    await press('Add more files');
    await panel.getByText('Added before').waitFor();
    await take('import-earlier');
    await choose(panel, [creatorsFile(['mia.made', 'liam.made', 'noah.made'])]);
    await step(panel, 'Which creators are yours?');
    await take('import-creators');
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'More', exact: true }).waitFor();
    await take('import-shown');
    await openMore(panel);
    await panel.getByRole('menuitem', { name: /^Add export files/ }).click();
    await press(/^Undo what was added/);
    await panel.getByText('Undone: ').waitFor();
    await take('import-undone');
  } finally {
    await stage.close();
  }
}

const otherFile: MadeFile = {
  name: 'shopping-list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('What,How many\r\nApples,4'),
};

const choose = (panel: Page, files: readonly MadeFile[]): Promise<void> =>
  panel.locator('input[type="file"]').setInputFiles([...files]);

const step = (panel: Page, name: string | RegExp): Promise<void> =>
  panel.getByRole('heading', { name }).waitFor();
