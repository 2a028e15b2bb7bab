import type { Page } from 'playwright-core';
import { bestStretch } from '../diagnosis/replay-cut.ts';
import type { BenchmarkRoom } from '../metrics/feed/category-slice.ts';
import { fixtureMeasures } from '../metrics/recording/measures.fixture.ts';
import type { Session } from '../metrics/session.ts';
import { keepFeed } from './feed-in-archive.ts';
import { askArchive } from './panel-archive.ts';
import { seriousFaults, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { jumpTo, playsWithin, selectOf, standing, watchedPanel } from './watching.ts';

test.describe('a clip side by side with the own LIVE', () => {
  let stage: Stage;
  let panel: Page;
  let rooms: readonly BenchmarkRoom[];
  test.beforeAll(async () => {
    stage = await raise();
    const gone = (room: BenchmarkRoom, place: number): BenchmarkRoom =>
      place !== 1
        ? room
        : {
            ...room,
            clips: room.clips.map((clip) => ({
              ...clip,
              url: clip.url?.replace(/\d+\.m3u8/, '1.m3u8'),
            })),
          };
    rooms = (await keepFeed(stage, gone)).slice.rooms;
    ({ panel } = await watchedPanel(stage, { own: standsBeside }));
  });
  test.afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const theirs = () => dialog().locator('video').first();
  const yours = () => dialog().locator('video').nth(1);
  const button = (name: string) => dialog().getByRole('button', { name, exact: true });
  const clipOf = (place: number) => {
    const clip = rooms[place]?.clips[0];
    if (clip === undefined) throw new Error('no clip');
    return clip;
  };
  const clippedRoom = (place: number): string => rooms[place]?.room ?? '';
  /** An own LIVE that lasted beyond both clips, and was at its best at another time than the first. */
  const standsBeside = (live: Session): boolean => {
    const { startedAt = 0, endedAt = 0 } = live.room;
    const best = bestStretch(live, clipOf(0).metric);
    if (best === undefined) return false;
    const apart = Math.abs(best.from - startedAt - clipOf(0).from);
    return endedAt - startedAt > Math.max(clipOf(0).to, clipOf(1).to) + 60 && apart > 120;
  };
  const open = async (place: number) => {
    if ((await dialog().count()) > 0) await panel.keyboard.press('Escape');
    await expect(dialog()).toHaveCount(0);
    await panel
      .locator('#benchmarks .benchmark')
      .nth(place)
      .getByRole('button', { name: /side by side with your LIVE$/ })
      .click();
    await dialog().locator('.beside-figures').waitFor();
  };
  /** How both stand at one and the same instant. */
  const both = () =>
    dialog().evaluate((element) => {
      const [one, other] = element.querySelectorAll('video');
      if (one === undefined || other === undefined) throw new Error('There are no two videos.');
      return {
        at: one.currentTime,
        apart: other.currentTime - one.currentTime,
        paused: [one.paused, other.paused],
      };
    });
  /** Both stand or run, this far apart. */
  const together = (apart: number, paused: boolean, within = 0.6) =>
    eventually(async () => {
      const now = await both();
      expect(now.paused).toEqual([paused, paused]);
      expect(Math.abs(now.apart - apart)).toBeLessThan(within);
    });

  test.beforeEach(async () => {
    await panel.locator('#benchmarks .benchmark').first().waitFor();
    await open(0);
  });

  test('plays the same minute of both, with sound from one at a time', async () => {
    const { from } = clipOf(0);
    await playsWithin(theirs(), from - 0.1, from + 20);
    await playsWithin(yours(), from - 0.1, from + 20);
    await together(0, false);
    const muted = async () => [(await standing(theirs())).muted, (await standing(yours())).muted];
    await expect.poll(muted).toEqual([false, true]);
    await button('Sound: Your LIVE').click();
    await expect.poll(muted).toEqual([true, false]);
    await panel.keyboard.press('m');
    await expect.poll(muted).toEqual([true, true]);
    await panel.keyboard.press('m');
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
  });

  test('is scrubbed by one slider and led by keys, both at once', async () => {
    await playsWithin(yours(), clipOf(0).from - 0.1, clipOf(0).from + 20);
    await button('Pause').click();
    await together(0, true);
    const { from } = clipOf(0);
    await dialog()
      .getByRole('slider')
      .fill(String(from + 120));
    await together(0, true);
    await expect
      .poll(async () => Math.abs((await standing(yours())).at - from - 120))
      .toBeLessThan(1);
    await panel.keyboard.press('[');
    await panel.keyboard.press('l');
    await together(0, true);
    await expect
      .poll(async () => Math.abs((await standing(yours())).at - from - 10))
      .toBeLessThan(1);
    await panel.keyboard.press('k');
    await together(0, false);
  });

  test('keeps the offset of the part that the seller chose, and mends a drift', async () => {
    const part = selectOf(dialog(), 'Your LIVE');
    const options = () => part.locator('option').allTextContents();
    await expect(part.locator('option').first()).toHaveText(/^at the same time/);
    const best = async () =>
      (await options()).findIndex((name) => name.startsWith('at its own best'));
    await expect.poll(best).toBeGreaterThan(0);
    await part.selectOption({ index: await best() });
    await playsWithin(theirs(), clipOf(0).from - 0.1, clipOf(0).from + 60);
    await expect.poll(async () => Math.abs((await both()).apart)).toBeGreaterThan(1);
    const { at, apart } = await both();
    // Right after a move the second isn't moved again: it has to have played on for a while.
    await playsWithin(theirs(), at + 1.6, at + 60);
    await jumpTo(yours(), (await standing(yours())).at + 30);
    await together(apart, false);
  });

  test('loops both at the end of the clip', async () => {
    const { from, to } = clipOf(0);
    await playsWithin(theirs(), from - 0.1, from + 20);
    await dialog()
      .getByRole('slider')
      .fill(String(to - 1));
    await playsWithin(theirs(), from - 0.1, from + 20);
    await together(0, false);
  });

  test('holds the figures of both against each other', async () => {
    const rows = dialog().locator('.beside-figures tbody');
    await expect(rows.first()).toHaveText(/, in this part.*(higher|lower|same|yours)/);
    await expect(rows.filter({ hasText: 'GMV per hour, whole LIVE' })).not.toHaveCount(0);
    const before = (await rows.first().textContent()) ?? '';
    const part = selectOf(dialog(), 'Your LIVE');
    await part.selectOption({ index: (await part.locator('option').count()) - 1 });
    await expect(rows.first()).not.toHaveText(before);
  });

  test('names both LIVEs', async () => {
    const { title = '' } = rooms[0] ?? {};
    const name = dialog().getByRole('heading', { level: 2 });
    await expect(name).toHaveText(/^Your LIVE of \w+ \d+, \d\d:\d\d \S+ beside /);
    await expect(name).toContainText(title);
  });

  test('shows the own LIVE alone when the clip can’t be played, with its cover and why', async () => {
    await open(1);
    const { from } = clipOf(1);
    const panes = dialog().locator('.pane');
    await expect(panes.first()).toContainText('can’t be played');
    await expect(panes.first().locator('.screen-cover img')).toHaveCount(1);
    await playsWithin(yours(), from - 0.1, from + 20);
    await dialog()
      .getByRole('slider')
      .fill(String(from + 60));
    await playsWithin(yours(), from + 59, from + 80);
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
  });

  test('stands in two upright halves at every width, with the figures in sight', async () => {
    for (const [width, height] of [
      [1200, 860],
      [601, 860],
      [400, 720],
      [320, 720],
    ] as const) {
      await panel.setViewportSize({ width, height });
      const faults = () =>
        dialog().evaluate((element) => {
          const [one, other] = [...element.querySelectorAll('.screen')].map((screen) =>
            screen.getBoundingClientRect(),
          );
          const figures = element.querySelector('.beside-figures tbody')?.getBoundingClientRect();
          if (one === undefined || other === undefined || figures === undefined) return ['nothing'];
          const holds: Record<string, boolean> = {
            beside: one.top === other.top && one.right <= other.left,
            upright: [one, other].every((box) => Math.abs(box.width / box.height - 9 / 16) < 0.01),
            'large enough': one.width >= Math.min(160, innerWidth * 0.38),
            'figures in sight': figures.bottom <= innerHeight,
            'no wider than its window': element.scrollWidth === element.clientWidth,
          };
          return Object.keys(holds).filter((name) => holds[name] !== true);
        });
      await expect.poll(faults, { message: `at ${width} px` }).toEqual([]);
    }
    await panel.setViewportSize({ width: 1200, height: 860 });
  });

  test('holds light and speech of both against each other once both were measured', async () => {
    const measured = dialog().getByRole('table', { name: /^Measured by this extension/ });
    const own = (await shownRoom(panel)) ?? '';
    const keep = (room: string, light: number) =>
      askArchive(panel, 'recording.keep', {
        which: 'shop',
        measures: fixtureMeasures({ room, minutes: 200, picture: () => ({ light }) }),
      });
    await keep(own, 60);
    await expect(dialog()).toContainText('Open this clip alone');
    await keep(clippedRoom(0), 120);
    await open(0);
    await expect(measured).toContainText('Light (0 to 255)12060');
    await expect(measured).toContainText('Speech70%70%');
  });
});
