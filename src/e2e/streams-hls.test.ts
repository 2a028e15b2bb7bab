import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { pressKey, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import {
  hasPartWithin,
  jumpTo,
  partShown,
  playsWithin,
  standing,
  watchedPanel,
} from './watching.ts';

const assets = join(resolve(import.meta.dirname, '../..'), 'dist/assets');
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const text = (name: string): string => readFileSync(join(assets, name), 'utf8');

test.describe('hls.js', () => {
  test('stands in a file of its own that no page of the extension loads at first', () => {
    // The name of one of its errors, which no minifier changes.
    const holders = scripts.filter((name) => text(name).includes('levelParsingError'));
    expect(holders).toHaveLength(1);
    const [hls = ''] = holders;
    const imports = (name: string): string[] =>
      [...text(name).matchAll(/(?:import|from)\s*["']\.\/([^"']+)["']/g)].map(
        ([, file = '']) => file,
      );
    expect(scripts.filter((name) => imports(name).includes(hls))).toEqual([]);
    expect(
      scripts.some(
        (name) =>
          text(name).includes(`import(\`./${hls}\`)`) || text(name).includes(`import("./${hls}")`),
      ),
    ).toBe(true);
  });

  test.describe('in a browser that plays no HLS by itself', () => {
    let stage: Stage;
    let panel: Page;
    let room: string;
    /** The pages that asked for hls.js, one entry a request. */
    const asked: Page[] = [];
    test.beforeAll(async () => {
      stage = await raise();
      // Chromium has no switch for it any more: its answer alone is taken away, as Firefox gives it.
      await stage.context.addInitScript(() => {
        const before = HTMLMediaElement.prototype.canPlayType;
        HTMLMediaElement.prototype.canPlayType = function (type) {
          return type.includes('mpegurl') ? '' : before.call(this, type);
        };
      });
      stage.context.on('request', (request) => {
        if (/hls-source.*\.js$/.test(request.url())) asked.push(request.frame().page());
      });
      ({ panel, room } = await watchedPanel(stage, { others: hasPartWithin }));
    });
    test.afterAll(() => stage?.close());

    test('is loaded with the first replay, and plays the part from its start, looped', async () => {
      const answer = 'document.createElement("video").canPlayType("application/vnd.apple.mpegurl")';
      await expect.poll(() => panel.evaluate(answer)).toBe('');
      const byPanel = () => asked.filter((page) => page === panel).length;
      expect(byPanel()).toBe(0);

      const errors: string[] = [];
      panel.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await panel
        .locator('#benchmarks')
        .getByRole('button', { name: /^Play / })
        .first()
        .click();
      const video = panel.getByRole('dialog').locator('video');
      const cut = await partShown(panel);
      await playsWithin(video, cut.from - 0.1, cut.from + 20);
      await expect.poll(async () => (await standing(video)).source).toBe('blob');
      expect(byPanel()).toBe(1);

      await jumpTo(video, cut.to - 1);
      await playsWithin(video, cut.from - 0.1, cut.from + 20);
      await panel.getByRole('button', { name: 'Whole replay' }).click();
      await jumpTo(video, cut.to + 600);
      await playsWithin(video, cut.to + 599, cut.to + 620);
      // Nothing of it is refused by the extension's policy.
      expect(errors).toEqual([]);
    });

    test('is loaded by the docked panel as well, and says when the playlist is gone', async () => {
      const docked = await stage.dashboard(room);
      await settled(docked, room);
      const dialog = docked.getByRole('dialog');
      const video = dialog.locator('video');
      const play = docked
        .locator('#benchmarks')
        .getByRole('button', { name: /^Play / })
        .first();
      await pressKey(play);
      const cut = await partShown(docked);
      await playsWithin(video, cut.from - 0.1, cut.from + 20);
      await expect.poll(async () => (await standing(video)).source).toBe('blob');
      await dialog.getByRole('button', { name: 'Close' }).click();
      // What lies under an open window takes no keys.
      await expect(dialog).toHaveCount(0);

      await stage.context.route(/\/demo\/replay\//, (route) => route.abort());
      await pressKey(play);
      await dialog.getByText('The replay can’t be played').waitFor();
      await stage.context.unroute(/\/demo\/replay\//);
      await dialog.getByRole('button', { name: 'Try again' }).click();
      await playsWithin(video, cut.from - 0.1, cut.from + 20);
    });
  });
});
