import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { PICTURES, RECORDING_LENGTH } from '../demo/recordings/recordings.ts';
import { PinnedSchema } from '../metrics/board/pinned.ts';
import { DAY_SECONDS } from '../metrics/time.ts';
import type { BoardThing } from './board-filling.ts';
import { emptyBoard } from './known-state.ts';
import { fillBoard } from './panel-archive.ts';
import { settled, type View } from './panel-view.ts';
import type { Stage } from './stage.ts';
import { eventually, expect } from './test.ts';

/** The two ways in which Chromium plays a playlist: as the panel prefers it, or by its own player alone. */
export type Player = 'hls.js' | 'own';

/** A recording on the board: where it is, and how long its LIVE lasted, in seconds. */
interface OnBoard {
  readonly address: string;
  readonly lasted?: number;
  /** One of the shop's LIVEs; made up when left out. */
  readonly room?: string;
  /** Where it begins. */
  readonly at?: number;
  /** The seconds of a clip of another's LIVE that a feed tells of; a moment of the shop's own when left out. */
  readonly clip?: { readonly from: number; readonly to: number };
}

/**
 * A panel of its own with recordings on its board, each played by its place there. Chromium's own player is
 * all that a panel has which finds no Media Source.
 */
export async function recordingsOnBoard(
  stage: Stage,
  player: Player,
  recordings: readonly OnBoard[],
): Promise<Page> {
  const panel = await stage.context.newPage();
  if (player === 'own') await panel.addInitScript('delete globalThis.MediaSource');
  await panel.goto(`${stage.extension}/src/panel/panel.html?room=${stage.room}`);
  await settled(panel, stage.room);
  await emptyBoard(panel, 'shop');
  await fillBoard(panel, 'shop', recordings.map(pinnedRecording));
  return panel;
}

function pinnedRecording(
  { address, lasted = RECORDING_LENGTH, room, at = 0, clip }: OnBoard,
  place: number,
): BoardThing {
  const startedAt = Math.floor(Date.now() / 1000) - DAY_SECONDS;
  const pinned = {
    ...(clip === undefined
      ? { kind: 'moment', at, url: address }
      : {
          kind: 'clip',
          feed: 'Bench',
          factor: 'opening',
          clip: { factor: 'opening', metric: 'gmvPerHour', url: address, ...clip },
        }),
    id: idAt(place),
    pinnedAt: 1,
    rank: `a${place}`,
    tags: [],
    note: '',
    status: 'to-try',
    room: {
      room: room ?? `764995180539000020${place}`,
      startedAt,
      endedAt: startedAt + lasted,
      figures: {},
    },
  };
  return { pinned: v.parse(PinnedSchema, pinned) };
}

const idAt = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** Plays what is at a place of the board. */
export async function playAt(panel: Page, place: number): Promise<Locator> {
  await panel
    .locator(`[data-pinned="${idAt(place)}"]`)
    .getByRole('button', { name: /^Play: / })
    .click();
  return videoOf(panel);
}

export async function closePlayer(panel: Page): Promise<void> {
  await panel.keyboard.press('Escape');
  await expect(playerOf(panel)).toHaveCount(0);
}

/** Lets Seller Center say from now on that a LIVE's replay is at an address, beside the faults that are in force. */
export function replayIsAt({ demo }: Stage, room: string, address: string): void {
  const fault = { kind: 'says', fields: { replay_url: address } } as const;
  demo.faults.set([...demo.faults.rules(), { fault, path: 'room/status', room }]);
}

export const playerOf = (view: View): Locator => view.getByRole('dialog');
export const videoOf = (view: View): Locator => playerOf(view).locator('video');

/** How a video stands: its clock, the second that its picture belongs to, and how it is played. */
export interface Seen {
  readonly at: number;
  /** Undefined while there is no picture. */
  readonly picture: number | undefined;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly length: number;
  readonly player: Player;
}

/** Reads the number that the recordings draw into each picture. */
export async function seen(video: Locator): Promise<Seen> {
  const { lights, isBlob, ...stands } = await video.evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
    const { currentTime: at, paused, ended, duration, readyState, currentSrc } = element;
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 32;
    const pen = canvas.getContext('2d');
    pen?.drawImage(element, 0, 0);
    const row = pen?.getImageData(0, 16, 160, 1).data;
    const columns = Array.from({ length: 10 }, (_, column) => (column * 16 + 8) * 4);
    const lights =
      readyState < 2 || row === undefined ? undefined : columns.map((x) => (row[x] ?? 0) > 128);
    return { at, paused, ended, length: duration, lights, isBlob: currentSrc.startsWith('blob:') };
  });
  const number = lights?.reduce((sum, on, bit) => sum + (on ? 2 ** bit : 0), 0);
  return {
    ...stands,
    picture: number === undefined ? undefined : number / PICTURES,
    player: isBlob ? 'hls.js' : 'own',
  };
}

/**
 * Plays fast until a second is reached, and stands still. Answers what is seen, and by which second of the clock it was
 * shown: fast pictures are a little off what the clock says when it stops.
 */
export async function playTo(video: Locator, second: number, speed: number) {
  // Once it plays, a player of its own speed sets no other any more.
  await eventually(async () => expect((await seen(video)).picture).toBeDefined());
  await video.evaluate(
    (element, { to, rate }) =>
      new Promise<void>((done) => {
        if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
        element.muted = true;
        element.playbackRate = rate;
        let isReached = false;
        const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
          // Pictures that were on their way still come once it stands still, one or more.
          element.dataset.shown = String(mediaTime);
          element.requestVideoFrameCallback(look);
          if (isReached || mediaTime < to) return;
          isReached = true;
          element.pause();
          element.playbackRate = 1;
          done();
        };
        element.requestVideoFrameCallback(look);
        void element.play().catch(() => undefined);
      }),
    { to: second, rate: speed },
  );
  return still(async () => ({
    ...(await seen(video)),
    shown: Number(await video.getAttribute('data-shown')),
  }));
}

/** Stands still at a second, as no control of the panel does. */
export async function standAt(video: Locator, second: number): Promise<Seen> {
  await video.evaluate((element, at) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
    element.pause();
    element.currentTime = at;
  }, second);
  await eventually(async () => expect((await seen(video)).at).toBeCloseTo(second, 2));
  return still(() => seen(video));
}

/** What is seen once nothing moves any more. */
async function still<S extends Seen>(look: () => Promise<S>): Promise<S> {
  let before = await look();
  return eventually(async () => {
    const last = before;
    before = await look();
    expect(before.picture, 'a picture').toBeDefined();
    expect(before, 'a still picture').toEqual(last);
    return before;
  });
}
