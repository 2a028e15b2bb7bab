import { keepFeed } from '../../e2e/feed-in-archive.ts';
import { FEED_ORIGIN } from '../../e2e/feed-view.ts';
import { askArchive } from '../../e2e/panel-archive.ts';
import { raise } from '../../e2e/stage.ts';
import { fixtureMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { Camera } from './camera.ts';
import { pictureSettled } from './wait.ts';

const WIDTHS = [320, 400, 1280];

/** How late each piece of the recording comes while its measuring is pictured, in milliseconds. */
const PIECE_MS = 1_500;

/** A clip of a feed before, while and after it is measured, and what that says of it beside the own LIVE. */
export async function shootMeasuring(camera: Camera): Promise<void> {
  const stage = await raise({ allowed: { hosts: [FEED_ORIGIN] } });
  try {
    await keepFeed(stage);
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await pictureSettled(panel);
    const measures = fixtureMeasures({ room: stage.room, minutes: 600 });
    await askArchive(panel, 'recording.keep', { which: 'shop', measures });
    const [card, dialog] = [panel.locator('.benchmark').first(), panel.getByRole('dialog')];
    const line = dialog.getByRole('region', { name: 'Picture and sound, measured' });
    const press = (name: string) => line.getByRole('button', { name }).click();
    const take = (name: string, of = line) =>
      camera.take(panel, name, { widths: WIDTHS, before: () => of.scrollIntoViewIfNeeded() });
    await card.getByRole('button', { name: /^Play / }).click();
    await press('Measure picture and sound');
    await line.getByText(/^Reading \d/).waitFor();
    await take('measure-asked');
    stage.demo.faults.set([{ fault: { kind: 'slow', ms: PIECE_MS }, path: 'replay.mp4' }]);
    await press('Start');
    await line.getByText(/^Measuring: [1-9]/).waitFor();
    await take('measure-running');
    stage.demo.faults.clear();
    await line.getByText('On average').waitFor();
    await take('measure-done');
    await panel.keyboard.press('Escape');
    await card.getByRole('button', { name: /side by side with your LIVE$/ }).click();
    const table = dialog.getByRole('table', { name: /^Measured by this extension/ });
    await table.waitFor();
    await take('measure-beside', table);
  } finally {
    await stage.close();
  }
}
