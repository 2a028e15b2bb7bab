import { readFile } from 'node:fs/promises';
import { CAPTURED_ROOM } from '../demo/captured.ts';
import { unixMs } from '../metrics/time.ts';
import { isRecord } from '../sources/seller-center/fields.ts';
import { readObserved } from '../sources/seller-center/observed.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('a sample for a problem report', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  test('is shown whole before it is saved, and can be read back without the seller’s figures', async () => {
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const section = options.getByRole('region', { name: 'How well answers are read' });
    const make = section.getByRole('button', { name: 'Make a sample for a problem report' });
    await make.press('Enter');
    await expect(section.getByRole('status')).toContainText('No answer is in memory');

    await settled(await stage.dashboard(CAPTURED_ROOM), CAPTURED_ROOM);
    await make.press('Enter');
    const shown = section.getByRole('textbox', { name: 'Sample for a problem report' });
    await expect(shown).toHaveValue(/"scrambled": true/);
    for (const own of [CAPTURED_ROOM, '2607080', 'masks']) {
      await expect(shown).not.toHaveValue(new RegExp(own));
    }
    await expect.poll(() => seriousFaults(options)).toEqual([]);

    await expect(shown).toBeFocused();

    const download = options.waitForEvent('download');
    await section.getByRole('button', { name: 'Save this sample' }).press('Enter');
    const saved = await readFile(await (await download).path(), 'utf8');
    await expect(shown).toHaveValue(saved);

    await section.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(shown).toBeHidden();
    await expect(make).toBeFocused();

    const read = JSON.parse(saved);
    const gmv = read.answers.flatMap((answer: unknown) => {
      if (!isRecord(answer) || !isRecord(answer.request)) return [];
      const found = readObserved({
        url: String(answer.request.path),
        request: JSON.stringify(answer.request.body),
        status: 200,
        body: JSON.stringify(answer.answer),
        at: unixMs(Date.now()),
      });
      return found.ok ? (found.value?.part.figures?.gmv?.money.currency ?? []) : [];
    });
    expect(gmv).toContain('VND');
  });

  test('stands beside tables that a narrow window doesn’t cut off', async () => {
    // Something was asked for, so that there is a table of it.
    await settled(await stage.dashboard(CAPTURED_ROOM), CAPTURED_ROOM);
    const options = await stage.context.newPage();
    await options.setViewportSize({ width: 320, height: 860 });
    await options.goto(`${stage.extension}/src/options/options.html`);
    await options.locator('#ledger summary').first().click();
    await options.locator('#ledger .ledger-asked summary').first().click();
    const tables = options.getByRole('table');
    await expect(tables).toHaveCount(2);
    for (const table of await tables.all()) {
      await expect(table.getByRole('columnheader').first()).toBeAttached();
      const over = await table.evaluate(({ parentElement: box }) =>
        box === null ? undefined : box.scrollWidth - box.clientWidth,
      );
      expect(over).toBe(0);
    }
    await options.close();
  });
});
