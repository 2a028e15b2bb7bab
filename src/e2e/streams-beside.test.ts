import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BenchmarkRoom } from '../metrics/category-slice.ts';
import { unixSeconds } from '../metrics/time.ts';
import { keepFeed } from './feed-in-archive.ts';
import { seriousFaults, soon } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { jumpTo, playsWithin, selectOf, standing, watchedPanel } from './watching.ts';

describe('a clip side by side with the own LIVE', () => {
  let stage: Stage;
  let panel: Page;
  let rooms: readonly BenchmarkRoom[];
  beforeAll(async () => {
    stage = await raise();
    const expired = (room: BenchmarkRoom, place: number): BenchmarkRoom =>
      place !== 1
        ? room
        : {
            ...room,
            clips: room.clips.map((clip) => ({
              ...clip,
              expiresAt: unixSeconds(Date.now() / 1_000 - 60),
            })),
          };
    ({ panel } = await watchedPanel(stage, async () => {
      rooms = (await keepFeed(stage, expired)).slice.rooms;
    }));
  });
  afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const theirs = () => dialog().locator('video').first();
  const yours = () => dialog().locator('video').nth(1);
  const button = (name: string) => dialog().getByRole('button', { name, exact: true });
  const clipOf = (place: number) => {
    const clip = rooms[place]?.clips[0];
    if (clip === undefined) throw new Error('no clip');
    return clip;
  };
  const open = async (place: number) => {
    if ((await dialog().count()) > 0) await panel.keyboard.press('Escape');
    await panel
      .locator('#benchmarks .benchmark')
      .nth(place)
      .getByRole('button', { name: /side by side with your LIVE$/ })
      .click();
    await dialog().locator('.beside-figures').waitFor();
  };
  /** Both stand or run, this far apart. */
  const together = (apart: number, paused: boolean, within = 0.6) =>
    vi.waitFor(async () => {
      const [one, other] = [await standing(theirs()), await standing(yours())];
      expect([one.paused, other.paused]).toEqual([paused, paused]);
      expect(Math.abs(other.at - one.at - apart)).toBeLessThan(within);
    }, soon);

  beforeEach(async () => {
    await panel.locator('#benchmarks .benchmark').first().waitFor();
    await open(0);
  });

  it('plays the same minute of both, with sound from one at a time', async () => {
    const { from } = clipOf(0);
    await playsWithin(theirs(), from - 0.1, from + 20);
    await playsWithin(yours(), from - 0.1, from + 20);
    await together(0, false);
    const muted = async () => [(await standing(theirs())).muted, (await standing(yours())).muted];
    expect(await muted()).toEqual([false, true]);
    await button('Sound: Your LIVE').click();
    expect(await muted()).toEqual([true, false]);
    await panel.keyboard.press('m');
    expect(await muted()).toEqual([true, true]);
    await panel.keyboard.press('m');
    expect(await seriousFaults(panel)).toEqual([]);
  });

  it('is scrubbed by one slider and led by keys, both at once', async () => {
    await playsWithin(yours(), clipOf(0).from - 0.1, clipOf(0).from + 20);
    await button('Pause').click();
    await together(0, true);
    const { from } = clipOf(0);
    await dialog()
      .getByRole('slider')
      .fill(String(from + 120));
    await together(0, true);
    expect(Math.abs((await standing(yours())).at - from - 120)).toBeLessThan(1);
    await panel.keyboard.press('[');
    await panel.keyboard.press('l');
    await together(0, true);
    expect(Math.abs((await standing(yours())).at - from - 10)).toBeLessThan(1);
    await panel.keyboard.press('k');
    await together(0, false);
  });

  it('keeps the offset of the part that the seller chose, and mends a drift', async () => {
    const part = selectOf(dialog(), 'Your LIVE');
    const options = await part.locator('option').allTextContents();
    expect(options[0]).toMatch(/^at the same time/);
    const best = options.findIndex((name) => name.startsWith('at its own best'));
    expect(best).toBeGreaterThan(0);
    await part.selectOption({ index: best });
    await playsWithin(theirs(), clipOf(0).from - 0.1, clipOf(0).from + 60);
    await vi.waitFor(async () => {
      const [one, other] = [await standing(theirs()), await standing(yours())];
      expect(Math.abs(other.at - one.at)).toBeGreaterThan(1);
    }, soon);
    const { at } = await standing(theirs());
    const apart = (await standing(yours())).at - at;
    // Right after a move the second isn't moved again: it has to have played on for a while.
    await playsWithin(theirs(), at + 1.6, at + 60);
    await jumpTo(yours(), (await standing(yours())).at + 30);
    await together(apart, false);
  });

  it('loops both at the end of the clip', async () => {
    const { from, to } = clipOf(0);
    await playsWithin(theirs(), from - 0.1, from + 20);
    await dialog()
      .getByRole('slider')
      .fill(String(to - 1));
    await playsWithin(theirs(), from - 0.1, from + 20);
    await together(0, false);
  });

  it('holds the figures of both against each other', async () => {
    const rows = await dialog().locator('.beside-figures tbody tr').allTextContents();
    expect(rows[0]).toMatch(/, in this part.*(higher|lower|same|yours)/);
    expect(rows.join(' ')).toMatch(/GMV per hour, whole LIVE/);
    const level = () => dialog().locator('.beside-figures tbody tr').first().textContent();
    const before = await level();
    const part = selectOf(dialog(), 'Your LIVE');
    await part.selectOption({ index: (await part.locator('option').count()) - 1 });
    expect(await level()).not.toBe(before);
  });

  it('shows the own LIVE alone when the clip has expired, with its cover and why', async () => {
    await open(1);
    const { from } = clipOf(1);
    const panes = dialog().locator('.pane');
    expect(await panes.first().textContent()).toContain('This clip has expired');
    expect(await panes.first().locator('.screen-cover img').count()).toBe(1);
    await playsWithin(yours(), from - 0.1, from + 20);
    await dialog()
      .getByRole('slider')
      .fill(String(from + 60));
    await playsWithin(yours(), from + 59, from + 80);
    expect(await seriousFaults(panel)).toEqual([]);
  });

  it('stands side by side where there is room, and one above the other where there is not', async () => {
    const boxes = async () => {
      const panes = dialog().locator('.pane');
      return [await panes.first().boundingBox(), await panes.nth(1).boundingBox()] as const;
    };
    for (const [width, beside] of [
      [1200, true],
      [601, true],
      [600, false],
      [320, false],
    ] as const) {
      await panel.setViewportSize({ width, height: 860 });
      const [one, other] = await boxes();
      expect([width, one?.y === other?.y]).toEqual([width, beside]);
      const wide = await panel.evaluate(
        'document.querySelector("dialog").scrollWidth - document.querySelector("dialog").clientWidth',
      );
      expect([width, wide]).toEqual([width, 0]);
    }
  });
});
