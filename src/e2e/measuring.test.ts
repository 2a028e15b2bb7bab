import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { DEMO_HOST } from '../demo/addresses.ts';
import { CLOSED_HOST, recordingAddress } from '../demo/recordings/recordings.ts';
import { RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { askArchive } from './panel-archive.ts';
import { seriousFaults } from './panel-view.ts';
import { closePlayer, playAt, playerOf, recordingsOnBoard, replayIsAt } from './recorded.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const RepliedSchema = v.object({
  ok: v.literal(true),
  value: v.object({ measures: v.array(RecordingMeasuresSchema) }),
});
/** The demo's long replay, as a file of the seller's. */
const FILE = join(resolve(import.meta.dirname, '../demo/media'), 'replay.mp4');
const others = {
  locked: '7649951805390000201',
  elsewhere: '7649951805390000202',
  filed: '7649951805390000203',
  keyed: '7649951805390000204',
  feed: '7649951805390000205',
};

test('what reads recordings stands in a file of its own, which the window of a replay and pictures under the chart alone can load', () => {
  const assets = join(resolve(import.meta.dirname, '../..'), 'dist/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const holding = (words: string) =>
    scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes(words));
  // A sentence of mediabunny's that no minifier changes.
  const [reader = '', ...others] = holding('unsupported or unrecognizable format');
  expect(others).toEqual([]);
  expect(reader).toMatch(/^measuring\.worker-/);
  // The eight signs of a hash may hold a hyphen too.
  const loaders = holding(reader).map((name) => name.replace(/-.{8}\.js$/, ''));
  expect(loaders.sort()).toEqual(['recording-pictures', 'replay-dialog']);
});

test.describe('a recording', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ allowed: { hosts: [`https://${CLOSED_HOST}/*`] } });
    const { room } = stage;
    panel = await recordingsOnBoard(stage, 'hls.js', [
      { address: recordingAddress('sound', DEMO_HOST), room },
      { address: recordingAddress('locked', DEMO_HOST), room: others.locked },
      { address: recordingAddress('elsewhere', DEMO_HOST), room: others.elsewhere },
      { address: recordingAddress('whole', DEMO_HOST), room: others.filed },
      { address: recordingAddress('keyed', DEMO_HOST), room: others.keyed },
      {
        address: recordingAddress('sound', DEMO_HOST),
        room: others.feed,
        clip: { from: 4, to: 12 },
      },
    ]);
  });
  test.afterAll(() => stage?.close());
  test.afterEach(async () => {
    stage.demo.faults.clear();
    if ((await playerOf(panel).count()) > 0) await closePlayer(panel);
  });

  const part = () => playerOf(panel).getByRole('region', { name: 'Picture and sound, measured' });
  const press = (name: string) => part().getByRole('button', { name }).press('Enter');
  /** Drops a file that is called a recording and is none. */
  const dropEmpty = () =>
    panel.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], 'live.mp4', { type: 'video/mp4' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
  const kept = async (room: string) =>
    v.parse(
      RepliedSchema,
      await askArchive(panel, 'recording.measures', { which: 'shop', rooms: [room] }),
    ).value.measures[0];

  test('is measured on a click, picture and sound, by a newer address where its own ran out', async () => {
    stage.demo.faults.set([
      { fault: { kind: 'status', status: 403 }, path: 'recordings/sound.m3u8', times: 2 },
    ]);
    replayIsAt(stage, stage.room, recordingAddress('sound', DEMO_HOST, { newer: 'too' }));
    await playAt(panel, 0);
    await expect(part()).toContainText('nothing is uploaded');
    await press('Measure picture and sound');
    await expect(part().getByRole('status')).toHaveText(
      'Reading 24 sec of it takes up to 1 min and about 0.1 MB (pictures: 1, pieces of sound: 1). Nothing is uploaded.',
    );
    await expect(part().getByRole('button', { name: 'Start' })).toBeFocused();
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
    await press('Start');
    await expect(part()).toContainText(
      /On average: light \d+ of 255, loudness −\d+ LUFS, speech 0% of the time\./,
    );
    const measures = await kept(stage.room);
    expect(measures).toMatchObject({ source: 'replay', complete: true, length: 24, left: [] });
    expect(measures?.pictures).toHaveLength(1);
    expect(measures?.sounds[0]?.seconds).toBeGreaterThan(3.5);
    await expect(part().getByRole('button', { name: 'Measure again' })).toBeVisible();
  });

  test('that is locked by a key which may be read is measured too', async () => {
    await playAt(panel, 4);
    await press('Measure picture and sound');
    await press('Start');
    await expect(part()).toContainText('On average: light');
    const measures = await kept(others.keyed);
    expect(measures).toMatchObject({ complete: true, length: 24, left: [] });
    expect(measures?.pictures).toHaveLength(1);
    expect(measures?.sounds[0]?.seconds).toBeGreaterThan(3.5);
  });

  test('of another’s LIVE is measured as far as its clip goes', async () => {
    await playAt(panel, 5);
    await press('Measure picture and sound');
    await expect(part().getByRole('status')).toHaveText(
      /^Reading 8 sec of it takes .* about 0\.1 MB /,
    );
    await press('Start');
    await expect(part()).toContainText('On average: light');
    await expect(part().getByRole('button')).toHaveCount(0);
    // The player's keys go on to answer.
    await expect(part()).toBeFocused();
    // A file is all of a LIVE: it isn't taken for its clip.
    await dropEmpty();
    const imports = panel.getByRole('dialog', { name: 'Add export files' });
    await expect(imports).toBeVisible();
    await panel.keyboard.press('Escape');
    await expect(imports).toBeHidden();
    await expect.poll(async () => (await kept(others.feed))?.sounds.length).toBe(1);
  });

  test('that can’t be read says why, and asks for leave where that helps', async () => {
    await playAt(panel, 1);
    await press('Measure picture and sound');
    await expect(part().getByRole('alert')).toContainText(
      'It is locked for another player (encrypted), so it can’t be read here.',
    );
    await closePlayer(panel);
    await playAt(panel, 2);
    await press('Measure picture and sound');
    await press('Start');
    await expect(part().getByRole('alert')).toContainText(
      `It lies on ${CLOSED_HOST}, which the extension may read only with your leave.`,
    );
    await press('Allow and measure');
    await press('Start');
    await expect(part()).toContainText('On average: light');
    await expect.poll(() => kept(others.elsewhere)).toMatchObject({ complete: true, left: [] });
  });

  test('in a file is paused, left, stopped and gone on with', async () => {
    const pick = () => part().locator('input[type=file]').setInputFiles(FILE);
    await playAt(panel, 3);
    await pick();
    await expect(part().getByRole('status')).toContainText(
      /^It takes .+ to look through 7 hr \(pictures: 840,/,
    );
    await press('Start');
    await expect(part().getByRole('status')).toHaveText(/^Measuring: [1-9]\d* of 840 parts/);
    await press('Pause');
    await closePlayer(panel);
    await playAt(panel, 3);
    await expect(part().getByRole('status')).toHaveText(
      /^Paused: \d+ of 840 parts are measured\.$/,
    );
    await press('Stop');
    await expect(part()).toContainText(/Only .+ of the replay’s 7 hr is measured so far\./);
    const measured = (await kept(others.filed))?.pictures.length ?? 0;
    expect(measured).toBeGreaterThan(0);
    await dropEmpty();
    await expect(part().getByRole('alert')).toContainText(
      'This browser can make neither pictures nor sound of it.',
    );
    await pick();
    await expect(part().getByRole('status')).toContainText(`(pictures: ${840 - measured},`);
    await press('Start');
    await expect(part().getByRole('status')).toHaveText(/^Measuring: [1-9]\d* of 840 parts/);
    await press('Stop');
    await eventually(async () => {
      const measures = await kept(others.filed);
      expect(measures).toMatchObject({ source: 'file', complete: false, sounds: [], left: [] });
      expect(measures?.pictures.length).toBeGreaterThan(measured);
    });
  });

  test('of the docked panel’s own LIVE is measured by parts of one file', async () => {
    // The address that the archive has of the stage's LIVE is that of a test before.
    const sessions = stage.demo.sessions().filter(({ room }) => room.id !== stage.room);
    const other = sessions.find(({ room }) => room.status === 'ended');
    const docked = await stage.dashboard(other?.room.id ?? '');
    await stage.page.bringToFront();
    await docked.getByRole('button', { name: /^Play replay/ }).press('Enter');
    const measured = docked.getByRole('region', { name: 'Picture and sound, measured' });
    const pressIn = (name: string) => measured.getByRole('button', { name }).press('Enter');
    await pressIn('Measure picture and sound');
    await expect(measured.getByRole('status')).toHaveText(
      /^Reading \d.* of it takes .* about \d\.\d MB /,
    );
    await pressIn('Start');
    await expect(measured.getByRole('status')).toHaveText(/^Measuring: [1-9]\d* of \d\d\d parts/);
    await pressIn('Stop');
    await expect(measured).toContainText(/On average: light \d+ of 255/);
  });
});
