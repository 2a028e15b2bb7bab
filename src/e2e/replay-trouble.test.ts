import type { Page } from 'playwright-core';
import { DEMO_HOST } from '../demo/addresses.ts';
import { CLOSED_HOST, recordingAddress } from '../demo/recordings/recordings.ts';
import {
  closePlayer,
  type Player,
  playAt,
  playerOf,
  recordingsOnBoard,
  replayIsAt,
  seen,
  videoOf,
} from './recorded.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

/** Where the recordings begin: what they begin with is there, and this second lies further on. */
const AT = 14;
/** The segment of that second. */
const SEGMENT = 'recordings/film-3';
const players = ['hls.js', 'own'] as const satisfies readonly Player[];

test.describe('a replay', () => {
  let stage: Stage;
  const panels = new Map<Player, Page>();
  test.beforeAll(async () => {
    stage = await raise({ allowed: { hosts: [`https://${CLOSED_HOST}/*`] } });
    const { room } = stage;
    const recordings = [
      { address: recordingAddress('whole', DEMO_HOST), room, at: AT },
      { address: recordingAddress('locked', DEMO_HOST) },
      { address: recordingAddress('elsewhere', DEMO_HOST) },
    ];
    for (const player of players) {
      panels.set(player, await recordingsOnBoard(stage, player, recordings));
    }
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => stage.demo.faults.clear());
  test.afterEach(async () => {
    for (const panel of panels.values()) {
      if ((await playerOf(panel).count()) > 0) await closePlayer(panel);
    }
  });

  const panelOf = (player: Player): Page => {
    const panel = panels.get(player);
    if (panel === undefined) throw new Error(`There is no panel that plays by ${player}.`);
    return panel;
  };
  const saysWhy = (panel: Page) => expect(playerOf(panel).getByRole('alert'));
  const askedForAddress = () =>
    stage.demo.requests.list().filter(({ path }) => path.endsWith('room/status')).length;

  /** Waits until the second that was wanted is seen in motion. */
  const goesOn = (panel: Page, player: Player) =>
    eventually(async () => {
      const { at, picture = -1, paused, ...now } = await seen(videoOf(panel));
      expect({ paused, player: now.player }).toEqual({ paused: false, player });
      expect(at).toBeGreaterThan(AT);
      expect(at).toBeLessThan(AT + 9);
      expect(Math.abs(picture - at)).toBeLessThan(0.5);
    });

  for (const [player, times] of [
    ['hls.js', 1],
    // Asked with the host's consent and without.
    ['own', 2],
  ] as const) {
    test(`whose address runs out goes on at the same second by a newer one (${player})`, async () => {
      stage.demo.faults.set([{ fault: { kind: 'status', status: 403 }, path: SEGMENT, times }]);
      replayIsAt(stage, stage.room, recordingAddress('whole', DEMO_HOST, { newer: player }));
      stage.demo.requests.reset();
      const panel = panelOf(player);
      await playAt(panel, 0);
      await goesOn(panel, player);
      expect(askedForAddress()).toBe(1);
    });
  }

  test('whose address has run out for good is asked for once, and is said to have run out', async () => {
    stage.demo.faults.set([{ fault: { kind: 'status', status: 403 }, path: SEGMENT }]);
    replayIsAt(stage, stage.room, recordingAddress('whole', DEMO_HOST, { newer: 'too' }));
    stage.demo.requests.reset();
    const panel = panelOf('hls.js');
    await playAt(panel, 0);
    await saysWhy(panel).toContainText('Its address has run out, and no newer one was given.');
    expect(askedForAddress()).toBe(1);
    stage.demo.faults.clear();
    await playerOf(panel).getByRole('button', { name: 'Try again' }).click();
    await goesOn(panel, 'hls.js');
  });

  test('that stalls without an error goes on by the other player', { tag: '@long' }, async () => {
    stage.demo.faults.set([{ fault: { kind: 'slow', ms: 600_000 }, path: SEGMENT, times: 1 }]);
    const panel = panelOf('hls.js');
    await playAt(panel, 0);
    await goesOn(panel, 'own');
  });

  test('that is locked for another player is said to be', async () => {
    for (const player of players) {
      const panel = panelOf(player);
      await playAt(panel, 1);
      await saysWhy(panel).toContainText(
        player === 'own' ? 'This browser can’t play it' : 'It is locked for another player',
      );
      await closePlayer(panel);
    }
  });

  test('on a host that the extension may not read asks for leave, and plays', async () => {
    const panel = panelOf('hls.js');
    await playAt(panel, 2);
    await saysWhy(panel).toContainText(`It lies on ${CLOSED_HOST}, which the extension may read`);
    await playerOf(panel).getByRole('button', { name: 'Allow and play' }).click();
    await eventually(async () => {
      const { paused, picture = 0, player } = await seen(videoOf(panel));
      expect({ paused, player, seen: picture > 0 }).toEqual({
        paused: false,
        player: 'hls.js',
        seen: true,
      });
    });
  });

  test('is shown on the full screen from the docked panel', async () => {
    const docked = await stage.dashboard(stage.room);
    // The browser grants it to the page in front alone.
    await stage.page.bringToFront();
    await docked.getByRole('button', { name: /^Play replay/ }).press('Enter');
    await playerOf(docked).getByRole('button', { name: 'Full screen' }).press('Enter');
    const isFull = () => docked.evaluate('document.fullscreenElement !== null');
    await expect.poll(isFull).toBe(true);
    await playerOf(docked).getByRole('button', { name: 'Full screen' }).press('Enter');
    await expect.poll(isFull).toBe(false);
  });
});
