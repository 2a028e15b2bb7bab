import { DEMO_HOST } from '../../demo/addresses.ts';
import { keepFeed } from '../../e2e/feed-in-archive.ts';
import { dockedPanel, raise, type Stage } from '../../e2e/stage.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import type { Camera } from './camera.ts';
import { pictureSettled } from './wait.ts';

/** Long enough for a replay to show its first pictures, in milliseconds. */
const REPLAY_MS = 1_500;

/** LIVEs in other stages of their life: running, provisional, with violations, without a replay. */
export async function shootRooms(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    const room = roomOf(stage);
    await stage.page.goto(`https://${DEMO_HOST}/compass/live-analysis`);
    await pictureSettled(await dockedPanel(stage.page));
    await one(stage, camera, 'state-final', stage.room);
    await replay(stage, camera);
    await learning(stage, camera);
    await one(stage, camera, 'state-running', stage.running);
    const provisional = room((one) => phaseOf(one, unixMs(Date.now())).name === 'provisional');
    await one(stage, camera, 'state-provisional', provisional);
    await one(stage, camera, 'state-replay-expired', room(isOld));
    const guilty = stage.demo.sessions().find(({ violations = [] }) => violations.length > 0);
    await violations(stage, camera, guilty?.room.id ?? '');
  } finally {
    await stage.close();
  }
}

async function one(stage: Stage, camera: Camera, name: string, room: string): Promise<void> {
  const panel = await stage.panelTab(`?room=${room}`);
  await pictureSettled(panel);
  await camera.take(panel, name);
  await panel.close();
}

async function replay(stage: Stage, camera: Camera): Promise<void> {
  const panel = await stage.panelTab(`?room=${stage.room}`);
  await pictureSettled(panel);
  await panel.getByRole('button', { name: /^Play replay/ }).click();
  await panel.locator('video').waitFor();
  await panel.waitForTimeout(REPLAY_MS);
  await camera.take(panel, 'replay');
  await panel.close();
}

/** LIVEs of a feed and own ones, a clip of them in the player, and beside the own LIVE. */
async function learning(stage: Stage, camera: Camera): Promise<void> {
  await keepFeed(stage);
  const panel = await stage.panelTab(`?room=${stage.room}`);
  await pictureSettled(panel);
  const section = panel.locator('#benchmarks');
  await section.locator('.benchmark').first().waitFor();
  const widths = [320, 400, 1280, 1920];
  await camera.take(panel, 'streams-feed', { of: section, whole: true, widths });
  await section
    .getByRole('button', { name: /^Play / })
    .first()
    .click();
  await panel.getByRole('dialog').waitFor();
  await panel.keyboard.press('?');
  await panel.waitForTimeout(REPLAY_MS);
  await camera.take(panel, 'streams-clip', { widths });
  await panel.keyboard.press('Escape');
  await section
    .getByRole('button', { name: /side by side with your LIVE$/ })
    .first()
    .click();
  await panel.waitForTimeout(REPLAY_MS);
  await camera.take(panel, 'streams-beside', { widths });
  await panel.close();
}

async function violations(stage: Stage, camera: Camera, room: string): Promise<void> {
  const panel = await stage.panelTab(`?room=${room}`);
  await pictureSettled(panel);
  await panel.getByRole('button', { name: /\d violations?$/ }).click();
  await camera.take(panel, 'violations');
  await panel.close();
}

/** The id of the newest LIVE that meets a condition. */
function roomOf(stage: Stage): (meets: (room: Session['room']) => boolean) => string {
  return (meets) => {
    const found = stage.demo.sessions().find(({ room }) => meets(room));
    if (found === undefined) throw new Error('The sample shop has no such LIVE.');
    return found.room.id;
  };
}

const isOld = (room: Session['room']): boolean =>
  recordingState(replayOf(room), unixMs(Date.now())).state === 'expired';
