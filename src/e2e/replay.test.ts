import type { Frame, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { settled, soon } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';

const DAY_SECONDS = 86_400;

describe('a replay', () => {
  let stage: Stage;
  let panel: Frame;
  beforeAll(async () => {
    stage = await raise();
    // The archive needs other LIVEs with figures before it can offer any as a benchmark.
    const [one, ...others] = stage.demo
      .sessions()
      .filter(({ room }) => room.status !== 'live')
      .slice(0, 4);
    for (const { room } of others) await settled(await stage.dashboard(room.id), room.id);
    panel = await stage.dashboard(one?.room.id ?? '');
    await settled(panel, one?.room.id);
  });
  afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const video = () => dialog().locator('video');
  const state = async (of: Locator) => {
    // Said at once where a player gave up, in place of waiting for a video that is gone.
    expect(await dialog().textContent()).not.toContain("can't be played");
    return of.evaluate(
      (element) => {
        if (!(element instanceof HTMLVideoElement)) throw new Error('no video');
        const { currentTime: at, paused, error } = element;
        return { at, paused, error: error?.message };
      },
      undefined,
      { timeout: 3_000 },
    );
  };
  const seek = (to: number) =>
    video().evaluate((element, at) => {
      if (element instanceof HTMLVideoElement) element.currentTime = at;
    }, to);
  const close = async () => {
    await panel.page().keyboard.press('Escape');
    await vi.waitFor(async () => expect(await dialog().count()).toBe(0), soon);
  };

  it('plays from the cover, which says how many days are left', async () => {
    const cover = panel.getByRole('button', { name: /^Play replay, \d+ days left$/ });
    expect(await cover.textContent()).toMatch(/\d+ days left/);
    await cover.click();
    await vi.waitFor(async () => {
      const { at, paused, error } = await state(video());
      expect(error).toBeUndefined();
      expect(paused).toBe(false);
      expect(at).toBeGreaterThan(0.5);
    }, soon);
    await close();
    expect(await panel.locator('video').count()).toBe(0);
  });

  it('of a benchmark LIVE starts where its best stretch starts, and stops where that ends', async () => {
    const card = panel.locator('.benchmark').first();
    const said = await card.textContent();
    expect(said).toMatch(/Best stretch: /);
    await card.getByRole('button', { name: /^Play the best stretch of / }).click();
    const [from = 0, to = 0] = await cutShown();
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    await vi.waitFor(async () => {
      const { at, paused } = await state(video());
      expect(paused).toBe(false);
      expect(at).toBeGreaterThan(from);
      expect(at).toBeLessThan(from + 15);
    }, soon);

    await seek(to - 1);
    await vi.waitFor(async () => expect((await state(video())).paused).toBe(true), soon);
    const ended = await state(video());
    expect(ended.at).toBeGreaterThanOrEqual(to);
    expect(ended.at).toBeLessThan(to + 1);

    await dialog().getByRole('button', { name: 'Play this part again' }).click();
    await vi.waitFor(async () => {
      const { at, paused } = await state(video());
      expect(paused).toBe(false);
      expect(at).toBeGreaterThan(from);
      expect(at).toBeLessThan(from + 15);
    }, soon);
    await close();
  });

  it('is gone 30 days after the LIVE: the cover alone is left, with the reason', async () => {
    const old = stage.demo
      .sessions()
      .find(
        ({ room }) =>
          (room.endedAt ?? Number.POSITIVE_INFINITY) < Date.now() / 1000 - 31 * DAY_SECONDS,
      );
    panel = await stage.dashboard(old?.room.id ?? '');
    await settled(panel, old?.room.id);
    const cover = panel.locator('.basic-cover');
    expect(await cover.textContent()).toBe('replay expired');
    expect(await cover.locator('img').count()).toBe(1);
    expect(await panel.getByRole('button', { name: /^Play replay/ }).count()).toBe(0);
  });

  /** The seconds at which the dialog says the cut begins and ends. */
  async function cutShown(): Promise<number[]> {
    const text = (await dialog().locator('.replay-cut').textContent()) ?? '';
    return [...text.matchAll(/(?:(\d+):)?(\d+):(\d\d)/g)].map(
      ([, hours = '0', minutes = '0', seconds = '0']) =>
        Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    );
  }
});
