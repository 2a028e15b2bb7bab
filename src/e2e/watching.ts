import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { dashboardAddress } from '../demo/addresses.ts';
import { bestStretch } from '../diagnosis/replay-cut.ts';
import type { RoomId } from '../metrics/ids.ts';
import type { Session } from '../metrics/session.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../metrics/time.ts';
import { changeSettings } from './change-settings.ts';
import { archivedSession, askArchive } from './panel-archive.ts';
import { settled, type View } from './panel-view.ts';
import type { Stage } from './stage.ts';
import { eventually, expect } from './test.ts';

type Needs = (live: Session) => boolean;

export interface Watched {
  /** What the LIVE in view has to be like. */
  readonly own?: Needs;
  /** What the LIVEs to learn from have to be like. */
  readonly others?: Needs;
}

/** LIVEs to learn from that are read beside the one in view. */
const OTHERS = 3;

/**
 * Lets the archive read four ended LIVEs of the demo whose replays last, and opens one of them in a tab
 * of its own, each the newest that is as needed. Answers the tab and the ids of the LIVEs, the one in
 * view first. LIVEs of the demo differ from day to day: a test says what it needs of them.
 */
export async function watchedPanel(
  stage: Stage,
  { own = () => true, others = () => true }: Watched = {},
): Promise<{ panel: Page; room: RoomId; rooms: readonly RoomId[] }> {
  const lasting = stage.demo
    .sessions()
    .filter(({ room }) => (room.endedAt ?? 0) > Date.now() / 1000 - 28 * DAY_SECONDS);
  const one = lasting.find(own);
  const beside = lasting.filter((live) => live !== one && others(live)).slice(0, OTHERS);
  if (one === undefined || beside.length < OTHERS) {
    throw new Error('No LIVEs of the demo are as this test needs them.');
  }
  const rooms = [one, ...beside].map(({ room }) => room.id);
  const options = await stage.context.newPage();
  await options.goto(`${stage.extension}/src/options/options.html`);
  // A docked panel would wait for its page to fall silent, and the worker with it.
  await changeSettings(options, { panels: { 'live-dashboard': { open: false } } });
  await stage.page.goto(dashboardAddress(one.room.id));
  await Promise.all(rooms.map((room) => readLive(stage, options, room)));
  await stage.page.goto('about:blank');
  await changeSettings(options, { panels: { 'live-dashboard': { open: true } } });
  await options.close();
  const room = one.room.id;
  const panel = await stage.panelTab(`?room=${room}`);
  await settled(panel, room);
  return { panel, room, rooms };
}

/** Has the worker read a LIVE, once it overheard its title and cover, which the page alone asks for. */
async function readLive({ page }: Stage, options: Page, room: RoomId): Promise<void> {
  await page.evaluate(askForInfo, room);
  await eventually(async () => {
    expect((await archivedSession(options, 'shop', room)).room.coverUrl).toBeDefined();
  });
  const whole = v.object({ outcome: v.picklist(['updated', 'fresh']) });
  v.parse(
    v.object({ ok: v.literal(true), value: whole }),
    await askArchive(options, 'room.fetch', { room }),
  );
}

/** Asks on a dashboard for what a LIVE is called, as it does of its own LIVE. */
async function askForInfo(room: string): Promise<void> {
  const request = { room_filter: { room_id: room, is_content_type: 1 } };
  const address = '/api/v1/insights/workbench/live/detail/room/info?aid=4068';
  await fetch(address, { method: 'POST', body: JSON.stringify({ request }) });
}

/** Whether the ten minutes in which GMV stood highest lie well within a LIVE, with more of it on either side. */
export function hasPartWithin(live: Session): boolean {
  const { startedAt = 0, endedAt = 0 } = live.room;
  const part = bestStretch(live, 'gmvPerHour');
  return part !== undefined && part.from > startedAt + 60 && part.to < endedAt - 700;
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
    const part = partIn((await view.locator('.replay-cut').textContent()) ?? '');
    expect(part.to, 'the end of the part').toBeGreaterThan(part.from);
    return part;
  });
}

/** The seconds at which a text says a part begins and ends ("17:09 to 1:27:09"). */
export function partIn(text: string): { from: number; to: number } {
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
