import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { DEMO_HOST } from '../demo/addresses.ts';
import { recordingAddress } from '../demo/recordings/recordings.ts';
import { RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { askArchive } from './panel-archive.ts';
import { closePlayer, playAt, playerOf, recordingsOnBoard } from './recorded.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const RepliedSchema = v.object({
  ok: v.literal(true),
  value: v.object({ measures: v.array(RecordingMeasuresSchema) }),
});

test.describe('a recording', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    const { room } = stage;
    panel = await recordingsOnBoard(stage, 'hls.js', [
      { address: recordingAddress('sound', DEMO_HOST), room },
    ]);
  });
  test.afterAll(() => stage?.close());

  const part = () => playerOf(panel).getByRole('region', { name: 'Picture and sound, measured' });
  const press = (name: string) => part().getByRole('button', { name }).press('Enter');
  const kept = async (room: string) =>
    v.parse(
      RepliedSchema,
      await askArchive(panel, 'recording.measures', { which: 'shop', rooms: [room] }),
    ).value.measures;

  test('is measured on a click, picture and sound, and stays measured', async () => {
    await playAt(panel, 0);
    await expect(part()).toContainText('nothing is uploaded');
    await press('Measure picture and sound');
    await expect(part().getByRole('status')).toHaveText(
      'About 0.1 MB to read of 24 sec (pictures: 1, pieces of sound: 1), in up to 1 min. Nothing is uploaded.',
    );
    await press('Start');
    await expect(part()).toContainText(
      /On average: light \d+ of 255, loudness −\d+ LUFS, speech 0% of the time\./,
    );
    const [measures] = await kept(stage.room);
    expect(measures).toMatchObject({ source: 'replay', complete: true, length: 24, left: [] });
    expect(measures?.pictures).toHaveLength(1);
    expect(measures?.sounds[0]?.seconds).toBeGreaterThan(3.5);
    await closePlayer(panel);
    await panel.reload();
    await playAt(panel, 0);
    await expect(part()).toContainText('On average: light');
    await closePlayer(panel);
  });
});
