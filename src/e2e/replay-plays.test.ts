import type { Page } from 'playwright-core';
import { DEMO_HOST } from '../demo/addresses.ts';
import {
  RECONNECTED,
  RECORDING_LENGTH,
  type RecordingName,
  recordingAddress,
} from '../demo/recordings/recordings.ts';
import { archivedBoard } from './panel-archive.ts';
import {
  closePlayer,
  playAt,
  playerOf,
  playTo,
  recordingsOnBoard,
  seen,
  standAt,
} from './recorded.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

/** The same picture: there are ten a second. */
const SAME = 0.11;

/** What was on air for some time more than was kept. */
const LEFT_OUT = 40;

const names = [
  'whole',
  'dated',
  'later',
  'back',
  'anew',
  'gap',
  'hole',
  'endless',
  'longer',
  'sound',
  'gzip',
] as const satisfies readonly RecordingName[];
type Name = (typeof names)[number];

const recordings = names.map((name) => ({
  address: recordingAddress(name, DEMO_HOST),
  lasted: name === 'dated' ? RECORDING_LENGTH + LEFT_OUT : RECORDING_LENGTH,
}));

test.describe('a replay', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    panel = await recordingsOnBoard(stage, 'hls.js', recordings);
  });
  test.afterAll(() => stage?.close());

  const play = (on: Page, name: Name) => playAt(on, names.indexOf(name));

  test('shows the picture of a pinned moment again, and says from where on its clock is off', async () => {
    const video = await play(panel, 'dated');
    const played = await playTo(video, 14, 8);
    await expect(playerOf(panel).locator('.replay-clock')).toHaveText(
      'From 0:12 on, moments of this LIVE may be up to 0:40 off: the recording leaves out that much there or later.',
    );
    await playerOf(panel).getByRole('button', { name: 'Pin this moment' }).press('Enter');
    await expect(playerOf(panel)).toContainText('is on your board now');
    await closePlayer(panel);
    const board = await archivedBoard(panel, 'shop');
    const pinned = board.find((one) => one.kind === 'moment' && one.at > RECONNECTED);
    if (pinned?.kind !== 'moment') throw new Error('No moment was pinned.');
    await panel
      .locator(`[data-pinned="${pinned.id}"]`)
      .getByRole('button', { name: /^Play: / })
      .click();
    await eventually(async () => {
      const { at, paused, player } = await seen(video);
      expect({ begun: at >= pinned.at, paused, player }).toEqual({
        begun: true,
        paused: false,
        player: 'hls.js',
      });
    });
    const sought = await standAt(video, pinned.at);
    expect(Math.abs((sought.picture ?? 0) - (played.picture ?? 0))).toBeLessThan(SAME);
    await closePlayer(panel);
  });

  /** Plays up to a second and seeks the same one in a player that was opened for it. */
  async function bothWays(name: Name) {
    const video = await play(panel, name);
    const played = await playTo(video, 14, 8);
    const off = await playerOf(panel).locator('.replay-clock').allTextContents();
    await closePlayer(panel);
    await play(panel, name);
    await eventually(async () => expect((await seen(video)).picture).toBeDefined());
    const sought = await standAt(video, played.shown + 0.01);
    await closePlayer(panel);
    return { played, sought, off };
  }

  const troubled: readonly Name[] = ['anew', 'gap', 'endless', 'longer'];
  const alike: readonly Name[] = ['later', 'back', 'sound'];
  for (const name of [...troubled, ...alike]) {
    const tag = alike.includes(name) ? '@long' : [];
    const title = `that is ${name} plays on, and shows the same pictures when they are sought`;
    test(title, { tag }, async () => {
      const { played, sought, off } = await bothWays(name);
      expect({ player: sought.player, ended: played.ended }).toEqual({
        player: 'hls.js',
        ended: false,
      });
      expect(Math.abs((sought.picture ?? 0) - (played.picture ?? 0))).toBeLessThan(SAME);
      // Only where the clock went on while nothing was recorded.
      expect(off.map((line) => line.replace(/:[^:]*$/, ''))).toEqual(
        name === 'later' ? ['From 0:12 on, moments of this LIVE may be up to 0:03 off'] : [],
      );
      // Beyond the place that is the matter with it.
      expect(played.picture ?? 0).toBeGreaterThan(13);
    });
  }

  test('that lacks a segment without a word goes on behind it', async () => {
    const video = await play(panel, 'hole');
    await eventually(async () => expect((await seen(video)).picture).toBeDefined());
    await panel.keyboard.press('l');
    await panel.keyboard.press('ArrowRight');
    await eventually(async () => {
      const { at, picture = 0, player } = await seen(video);
      expect({ player, isBehind: picture >= 16 }).toEqual({ player: 'hls.js', isBehind: true });
      expect(picture).toBeCloseTo(at, 0);
    });
    await closePlayer(panel);
  });

  test('that is sent compressed plays', async () => {
    const video = await play(panel, 'gzip');
    await eventually(async () => expect((await seen(video)).picture).toBeGreaterThan(0));
    await closePlayer(panel);
  });

  /** Goes to the end of a recording by keys, and sees what stands there. */
  async function seesLastPicture(on: Page, last: number): Promise<void> {
    const video = await play(on, 'whole');
    const slider = playerOf(on).getByRole('slider');
    await expect.poll(async () => Number(await slider.getAttribute('max'))).toBe(RECORDING_LENGTH);
    for (const go of [() => on.keyboard.press(']'), () => slider.press('End')]) {
      await on.keyboard.press('Home');
      await go();
      await eventually(async () => {
        const { at, picture } = await seen(video);
        expect(at).toBeGreaterThan(last);
        expect(picture).toBeGreaterThan(last);
      });
    }
    await closePlayer(on);
  }

  test('shows its last picture at its end', () => seesLastPicture(panel, 23.5));

  test('plays by the browser’s own player alone, which is said to give up where it does', async () => {
    const own = await recordingsOnBoard(stage, 'own', recordings);
    // Its clock goes on over what was left out.
    const { picture = 0, player } = await playTo(await play(own, 'later'), 17, 8);
    expect({ player, isBeyond: picture > RECONNECTED }).toEqual({ player: 'own', isBeyond: true });
    await closePlayer(own);
    // It never shows the very last ones when they are sought.
    await seesLastPicture(own, 23.1);
    for (const name of ['anew', 'endless'] as const) {
      const video = await play(own, name);
      // It comes to where the clock jumps the sooner.
      if (name === 'anew') {
        await eventually(async () => expect((await seen(video)).picture).toBeDefined());
        await video.evaluate((element) => {
          if (element instanceof HTMLVideoElement) element.playbackRate = 8;
        });
      }
      await expect(playerOf(own).getByRole('alert')).toContainText(
        /This browser can’t play it at 0:\d\d\. Another place in it may play\./,
      );
      await closePlayer(own);
    }
  });
});
