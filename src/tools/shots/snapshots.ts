import { installEarlier } from '../../e2e/earlier-version.ts';
import { raise, type Stage } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { waitForWords } from './wait.ts';

/** The captured LIVE, which the data of earlier versions hold. */
const CAPTURED = '7649951805363391253';

/** What an update of the extension does to data of an earlier version, and which LIVEs count as own. */
export async function shootSnapshots(camera: Camera): Promise<void> {
  await withEarlier(4, undefined, async (stage) => {
    const panel = await stage.panelTab(`?room=${CAPTURED}`);
    await waitForWords(panel, 'data were updated');
    await camera.take(panel, 'update-told');
    await panel.locator('.own-note').getByRole('button').click();
    await camera.take(panel, 'own-lives');
    const page = await stage.context.newPage();
    await page.goto(`${stage.extension}/src/options/options.html#snapshots`);
    await page.getByRole('button', { name: /^Restore the snapshot/ }).click();
    await camera.take(page, 'snapshots-restore');
    await page.getByRole('dialog').getByRole('button', { name: 'Replace everything' }).click();
    await waitForWords(page, 'Your data are back');
    await camera.take(page, 'snapshots-restored', { whole: true });
    await page.getByRole('button', { name: 'Save a backup' }).click();
    await waitForWords(page, 'in your downloads');
    await page
      .getByRole('button', { name: /^Restore the snapshot/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add what' }).click();
    await waitForWords(page, 'was here already');
    await camera.take(page, 'snapshots-merged', { whole: true });
  });
  await withEarlier(3, 'pictures', async (stage) => {
    const panel = await stage.panelTab();
    await panel.getByRole('button', { name: 'Restore' }).waitFor();
    await camera.take(panel, 'state-not-updated');
  });
}

async function withEarlier(
  version: number,
  spoiltBy: string | undefined,
  shoot: (stage: Stage) => Promise<void>,
): Promise<void> {
  const earlier = await installEarlier(version, spoiltBy === undefined ? {} : { spoiltBy });
  try {
    await earlier.update();
    const stage = await raise({ ...earlier.installed, signedIn: false });
    try {
      await shoot(stage);
    } finally {
      await stage.close();
    }
  } finally {
    await earlier.discard();
  }
}
