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
    const one = stage.demo.sessions().find(({ room }) => room.status !== 'live');
    panel = await stage.dashboard(one?.room.id ?? '');
    await settled(panel, one?.room.id);
  });
  afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const video = () => dialog().locator('video');
  const state = async (of: Locator) => {
    // Said at once where a player gave up, in place of waiting for a video that is gone.
    expect(await dialog().textContent()).not.toContain('can’t be played');
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
});
