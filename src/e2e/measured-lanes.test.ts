import type { Page } from 'playwright-core';
import { spanLength, spanOf } from '../metrics/live/length.ts';
import { fixtureMeasures } from '../metrics/recording/measures.fixture.ts';
import { archivedSession, askArchive } from './panel-archive.ts';
import { settled } from './panel-view.ts';
import { closePlayer, playerOf } from './recorded.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('a LIVE whose recording was measured', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    panel = await stage.context.newPage();
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${stage.room}`);
    await settled(panel, stage.room);
    const { room } = await archivedSession(panel, 'shop', stage.room);
    const span = spanOf(room);
    const minutes = Math.floor((span === undefined ? 0 : spanLength(span)) / 60);
    const measures = fixtureMeasures({
      room: stage.room,
      minutes,
      // Long enough for whole steps of the chart without the edge of a pin, however long the LIVE is today.
      picture: (minute) => (minute >= 0.2 * minutes && minute < 0.7 * minutes ? { light: 30 } : {}),
      sound: (minute) =>
        minute >= 0.3 * minutes && minute < 0.4 * minutes
          ? { loudness: null, silentShare: 1, speechShare: 0 }
          : {},
    });
    // The sound of the end wasn't measured.
    const sounds = measures.sounds.filter(({ second }) => second < 0.8 * minutes * 60);
    await askArchive(panel, 'recording.keep', { which: 'shop', measures: { ...measures, sounds } });
  });
  test.afterAll(() => stage?.close());

  const lane = (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}: `) });

  test('shows it under the chart, and plays from where one clicks', async () => {
    for (const name of ['Light', 'Loudness', 'Speech']) await expect(lane(name)).toBeVisible();
    await expect(lane('Light')).toHaveAccessibleName(/lowest 30 at .* Stands out: /);
    await expect(lane('Loudness')).toHaveAccessibleName(
      /typically −18, .* Silent for \d.* Not measured for \d/,
    );
    for (const kind of ['silent', 'unmeasured']) {
      await expect(lane('Loudness').locator(`.${kind}`)).toHaveCount(1);
    }
    await expect(panel.getByText('Pale fields: not measured.')).toBeVisible();
    await lane('Light').click();
    await expect(playerOf(panel)).toBeVisible();
    await closePlayer(panel);
  });

  test('draws pictures from the recording once they are asked for', async () => {
    await panel.getByRole('button', { name: 'Show pictures' }).press('Enter');
    const pictures = panel.getByRole('list', { name: 'Pictures of the replay' });
    await expect(pictures.getByRole('button')).toHaveCount(8);
    const drawn = () =>
      pictures
        .locator('canvas')
        .evaluateAll(
          (all) =>
            all.filter((one) => one instanceof HTMLCanvasElement && one.width === 148).length,
        );
    await expect.poll(drawn).toBe(8);
  });

  test('finds the dark minutes, with what viewers did in them', async () => {
    await panel.getByRole('button', { name: /^Expand all factors/ }).press('Enter');
    await panel.getByRole('button', { name: /^Dark picture/ }).press('Enter');
    const open = panel.locator('.factor', { hasText: 'Dark picture' });
    await expect(open).toContainText('The picture was dark for');
    await expect(open).toContainText(
      'Measured from samples of the replay by this extension, not by TikTok.',
    );
    await expect(open.getByRole('table', { name: /^These stretches/ })).toContainText(
      'Product clicks per minute',
    );
    await expect(open.locator('.clip-card canvas')).toHaveCount(1);
  });
});
