import type { Locator } from 'playwright-core';
import { HOUR_SECONDS } from '../metrics/time.ts';
import { settled, type View } from './panel-view.ts';
import type { Stage } from './stage.ts';
import { eventually, expect } from './test.ts';

/**
 * Lets the archive read a few ended LIVEs of the demo, and opens the newest of them in a tab of its
 * own; `before` runs between the two.
 */
export async function watchedPanel(stage: Stage, before?: () => Promise<unknown>, lives = 4) {
  const [one, ...others] = stage.demo
    .sessions()
    .filter(({ room }) => room.status !== 'live')
    .slice(0, lives);
  const room = one?.room.id ?? '';
  for (const { room: other } of others) await settled(await stage.dashboard(other.id), other.id);
  await settled(await stage.dashboard(room), room);
  await before?.();
  const panel = await stage.panelTab(`?room=${room}`);
  await settled(panel, room);
  return { panel, room };
}

/** How a video element stands. */
export function standing(video: Locator) {
  return video.evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
    const { currentTime: at, paused, playbackRate: speed, muted, readyState } = element;
    const source = element.currentSrc.replace(/:.*/, '');
    return { at, paused, speed, muted, source, hasPicture: readyState >= 2 };
  });
}

/** Waits until a video plays between two seconds of its recording. */
export async function playsWithin(video: Locator, from: number, to: number): Promise<void> {
  await eventually(async () => {
    const { at, paused, hasPicture } = await standing(video);
    const stands = { paused, hasPicture, begun: at > from, past: at >= to };
    const due = { paused: false, hasPicture: true, begun: true, past: false };
    expect(stands, `at ${at} seconds, between ${from} and ${to}`).toEqual(due);
  });
}

/** Moves a video as no control of the panel does. */
export const jumpTo = (video: Locator, to: number): Promise<void> =>
  video.evaluate((element, at) => {
    if (element instanceof HTMLVideoElement) element.currentTime = at;
  }, to);

/** The seconds at which the player says the part begins and ends, as soon as it says so. */
export function partShown(view: View): Promise<{ from: number; to: number }> {
  return eventually(async () => {
    const part = await partIn(view);
    expect(part.to, 'the end of the part').toBeGreaterThan(part.from);
    return part;
  });
}

async function partIn(view: View): Promise<{ from: number; to: number }> {
  const text = (await view.locator('.replay-cut').textContent()) ?? '';
  const [from = 0, to = 0] = [...text.matchAll(/(?:(\d+):)?(\d+):(\d\d)/g)].map(
    ([, hours = '0', minutes = '0', seconds = '0']) =>
      Number(hours) * HOUR_SECONDS + Number(minutes) * 60 + Number(seconds),
  );
  return { from, to };
}

/** The select of a caption; its label's text is the caption and all choices. */
export const selectOf = (within: Locator, caption: string): Locator =>
  within
    .locator('label.select')
    .filter({ has: within.page().getByText(caption, { exact: true }) })
    .locator('select');
