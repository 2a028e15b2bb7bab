import type { Locator, Page } from 'playwright-core';
import { changeSettings } from './change-settings.ts';
import { type EarlierVersion, installEarlier } from './earlier-version.ts';
import { seriousFaults } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** LIVEs of the released records: the captured one, an earlier one of its account, one of nobody known, one of another account. */
const [captured, own, nobodys, others] = [
  '7649951805363391253',
  '7649580000000000011',
  '7648470000000000014',
  '7648840000000000013',
];

/** What {@link nobodys} is called, which has no title. */
const untitled = 'Jun 7, 2026, 09:00';

test.describe('own LIVEs', () => {
  let earlier: EarlierVersion;
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    earlier = await installEarlier(4);
    await earlier.update();
    stage = await raise({ ...earlier.installed, signedIn: false });
    panel = await stage.panelTab();
  });
  test.afterAll(async () => {
    await stage?.close();
    await earlier?.discard();
  });
  // Nothing that the seller said of a LIVE, and no window open.
  test.beforeEach(async () => {
    await changeSettings(panel, { ownLives: { [nobodys]: null, [own]: null } });
    await show(captured);
  });

  const note = (): Locator => panel.locator('.own-note');
  const dialog = (): Locator => panel.getByRole('dialog', { name: 'Own LIVEs' });
  const row = (name: string): Locator => dialog().getByRole('listitem').filter({ hasText: name });
  const tick = (name: string): Locator => row(name).getByRole('checkbox');
  const open = () => note().getByRole('button').press('Enter');
  const show = async (room: string): Promise<void> => {
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${room}`);
    await expect(panel.locator('.basic .facts')).toContainText(room);
    await expect(note()).toContainText('count');
  };

  test('are those of the account and currency, and each other one is left out with its reason', async () => {
    await expect(note()).toContainText(
      /^2 LIVEs kept here count as your own\. .*2 LIVEs are left out./,
    );
    await open();
    await expect(dialog()).toContainText('@examplecosmetics');
    const group = (name: string) => dialog().getByRole('list', { name }).getByRole('listitem');
    await expect(group('Left out so far')).toHaveCount(2);
    await expect(group('Counted so far')).toHaveCount(2);
    await expect(group('Counted so far').first()).toContainText(/^Jun 10, 2026, 09:00 GMT\+7 · /);
    await expect(row(untitled)).toContainText('whose LIVE it is isn’t known');
    await expect(row('2026-06-08')).toContainText('@example.second · another currency');
    await expect(tick('2026-06-08')).toBeDisabled();
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
  });

  test('take in a LIVE by key, and out again by Undo', async () => {
    await open();
    await tick(untitled).press('Space');
    await expect(note()).toContainText(
      /^3 LIVEs kept here count as your own\. .*1 LIVE is left out./,
    );
    await expect(row(untitled)).toContainText('counts, as you said');
    await expect(tick(untitled)).toBeFocused();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await expect(note()).toContainText(
      /^2 LIVEs kept here count as your own\. .*2 LIVEs are left out./,
    );
    await expect(tick(untitled)).not.toBeChecked();
  });

  test('stay as the seller said when the panel is opened again', async () => {
    await open();
    await tick(untitled).check();
    await tick('2026-06-10').uncheck();
    await expect(row('2026-06-10')).toContainText('you left it out');
    await panel.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await panel.reload();
    await expect(note()).toContainText(
      /^2 LIVEs kept here count as your own\. .*2 LIVEs are left out./,
    );
    await open();
    await expect(tick(untitled)).toBeChecked();
    await expect(tick('2026-06-10')).not.toBeChecked();
    await tick('2026-06-10').check();
    await expect(note()).toContainText(
      /^3 LIVEs kept here count as your own\. .*1 LIVE is left out./,
    );
  });

  test('of another account’s LIVE are that account’s', async () => {
    await show(others);
    await expect(note()).toContainText(
      /^0 LIVEs kept here count as your own\. .*4 LIVEs are left out./,
    );
  });
});

test('what own LIVEs are since the update is told once', async () => {
  const earlier = await installEarlier(4);
  await earlier.update();
  const stage = await raise({ ...earlier.installed, signedIn: false });
  try {
    const panel = await stage.panelTab(`?room=${captured}`);
    const said = panel.getByRole('status').filter({ hasText: 'data were updated' });
    await expect(said).toContainText('same account and currency');
    await said.getByRole('button', { name: 'OK' }).click();
    await expect(said).toHaveCount(0);
    await panel.reload();
    await expect(panel.locator('.own-note')).toContainText('count as your own');
    await expect(said).toHaveCount(0);
  } finally {
    await stage.close();
    await earlier.discard();
  }
});
