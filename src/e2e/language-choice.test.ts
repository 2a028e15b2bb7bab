import { spoken } from './content-stage.ts';
import { settled } from './panel-view.ts';
import { sentencesOf } from './sentences.ts';
import { raise } from './stage.ts';
import { expect, test } from './test.ts';

test('a chosen language is that of every page at once, of the launcher, and of the next start, until it follows the browser again', async () => {
  const stage = await raise();
  const [english, indonesian, arabic] = [sentencesOf('en'), sentencesOf('id'), sentencesOf('ar')];
  try {
    const panel = await stage.dashboard(stage.room);
    await settled(panel, stage.room);
    const why = (say: (key: string) => string) =>
      panel.locator('.fix').getByText(say('verdict_why'), { exact: true }).first();
    await expect(why(english)).toBeVisible();

    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const choice = options.locator('select').first();
    await expect(choice.locator('option')).toContainText(['Same as the browser', 'English']);
    await choice.selectOption({ label: 'Indonesia' });
    await expect(
      options.getByRole('heading', { name: indonesian('options_settings') }),
    ).toBeVisible();
    await expect(options.locator('html')).toHaveAttribute('lang', 'id');
    await expect(options).toHaveTitle(indonesian('options_title'));
    // The open panel too, with what the seller sees in it.
    await expect(why(indonesian)).toBeVisible();
    await expect(why(english)).toHaveCount(0);
    await expect(panel.locator('#diagnosis')).not.toContainText(english('verdict_why'));

    // What is opened from now on, the launcher's own controls among it.
    const again = await stage.dashboard(stage.room);
    await settled(again, stage.room);
    await expect
      .poll(() => spoken(again.page()))
      .toContain(`separator|${indonesian('launcher_resize')}|400`);

    await choice.selectOption({ label: 'العربية' });
    await expect(options.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(options.getByRole('heading', { name: arabic('options_settings') })).toBeVisible();
    await options.reload();
    await expect(options.getByRole('heading', { name: arabic('options_settings') })).toBeVisible();
    await choice.selectOption('');
    await expect(options.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(options.getByRole('heading', { name: english('options_settings') })).toBeVisible();
  } finally {
    await stage.close();
  }
});
