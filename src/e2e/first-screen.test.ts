import type { Page } from 'playwright-core';
import { CAPTURED_ROOM, DIRECT_ROOM } from '../demo/captured.ts';
import { changeSettings } from './change-settings.ts';
import { partsOutOfSight, wordsInSight } from './in-sight.ts';
import { newestSession, newestWhere } from './newest-live.ts';
import { archivedRooms } from './panel-archive.ts';
import { pickRoom, settled, type View, versus } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** The most words that a seller meets before she does anything. */
const MOST_WORDS = 120;

/** What stands on the first screen of every LIVE that can be judged. */
const verdict = [
  '.verdict-headline',
  '.verdict-figure',
  '.steps-head',
  '.step[data-step="impressionsPerHour"]',
  '.step[data-step="aov"]',
];
/** And of one that has something to fix. */
const advice = [
  '.verdict-tag',
  '.fix-first h3',
  '.fix-first .fix-money',
  '.fix-deed',
  '.fix-buttons',
];

async function fits(view: View, parts: readonly string[]): Promise<void> {
  await expect.poll(() => partsOutOfSight(view, parts)).toEqual([]);
  await hasFewWords(view);
}

async function hasFewWords(view: View): Promise<void> {
  await expect
    .poll(async () => {
      const words = await wordsInSight(view);
      return words.length <= MOST_WORDS ? 'few words' : `${words.length}: ${words.join(' ')}`;
    })
    .toBe('few words');
}

test.describe('the first screen of a docked panel, 400 × 720', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  test('has verdict, reference, steps and the first advice of the captured LIVE, in few words', async () => {
    await stage.page.setViewportSize({ width: 1280, height: 720 });
    const panel = await stage.dashboard(CAPTURED_ROOM);
    await settled(panel, CAPTURED_ROOM);
    await expect(versus(panel).locator('option:checked')).toHaveText('vs. your usual');
    await fits(panel, [...verdict, ...advice]);
  });

  test('says what is missing of a LIVE without a reference, and how to get one', async () => {
    const panel = await stage.dashboard(DIRECT_ROOM);
    await settled(panel, DIRECT_ROOM);
    await expect(panel.locator('.verdict-reference')).toHaveCount(0);
    await fits(panel, [...verdict, '.fix-none']);
    await expect(panel.locator('.fix-none')).toContainText('not known');
  });

  test.describe('of the sample shop', () => {
    let panel: Page;
    test.beforeAll(async () => {
      panel = await stage.panelTab();
      await panel.setViewportSize({ width: 400, height: 720 });
      await changeSettings(panel, { sample: true });
      await settled(panel);
    });

    const toFix = () => panel.locator('.fix-first').isVisible();

    test('has them too', { tag: '@day' }, async () => {
      await newestWhere(panel, toFix);
      await fits(panel, [...verdict, ...advice]);
    });

    test('has the timeline too at 1280 × 800', async () => {
      await newestWhere(panel, toFix);
      await panel.setViewportSize({ width: 1280, height: 800 });
      await expect
        .poll(() => partsOutOfSight(panel, [...verdict, ...advice, '.timeline-canvas']))
        .toEqual([]);
      await panel.setViewportSize({ width: 400, height: 720 });
    });

    test('says how a running LIVE goes, and what to act on', async () => {
      const running = await newestSession(panel, ({ room }) => room.status === 'live');
      await pickRoom(panel, running.room.id);
      await fits(panel, ['.pace', '.pace-viewers']);
    });

    test('says one value for the usual GMV per hour, and the longest loss is the first advice or why not', async () => {
      await newestWhere(panel, toFix);
      const reference = (await panel.locator('.verdict-reference').textContent()) ?? '';
      const usual = /\$[\d.,K]+/.exec(reference)?.[0];
      await panel.getByRole('button', { name: /^Why: / }).click();
      const row = panel.locator('.metrics [data-metric="gmvPerHour"] .metric-against');
      const texts = [
        await panel.locator('#diagnosis').innerText(),
        `your usual ${await row.textContent()}/h`,
      ];
      const said = texts
        .flatMap((text) => [...text.matchAll(/your usual \(?(\$[\d.,K]+)(?:\/h|\)| \()/g)])
        .map(([, value]) => value);
      expect(said.length).toBeGreaterThanOrEqual(3);
      expect(new Set(said)).toEqual(new Set([usual]));
      const losses = await panel.locator('.step').evaluateAll((steps) =>
        steps.map((step) => ({
          isFirst: step.classList.contains('step-first'),
          money: Number(
            /[\d,.]+(?=\/h)/
              .exec(step.querySelector('.step-end')?.textContent ?? '')?.[0]
              ?.replaceAll(',', '') ?? 0,
          ),
        })),
      );
      const most = Math.max(...losses.map(({ money }) => money));
      const first = losses.find(({ isFirst }) => isFirst);
      await expect(panel.locator('.steps-why')).toHaveCount(first?.money === most ? 0 : 1);
      // The next LIVE that is looked at may be this one.
      await panel.getByRole('button', { name: /^Why: / }).click();
    });

    test('has few words in every LIVE of the shop', { tag: '@long' }, async () => {
      test.setTimeout(300_000);
      for (const { id, room } of await archivedRooms(panel, 'sample')) {
        if (room.status === 'live') continue;
        await pickRoom(panel, id);
        await panel.evaluate('scrollTo({ top: 0, behavior: "instant" })');
        await hasFewWords(panel);
      }
    });

    test('has violations among what to fix, and stays as short with them', async () => {
      const ended = await newestSession(
        panel,
        ({ room, violations = [] }) => room.status !== 'live' && violations.length > 0,
      );
      await pickRoom(panel, ended.room.id);
      await panel.evaluate('scrollTo({ top: 0, behavior: "instant" })');
      await expect(panel.locator('.fix')).toContainText('Clear up violations');
      await fits(panel, [...verdict, '.verdict-tag']);
      const violations = panel
        .locator('.fix')
        .getByRole('button', { name: /Clear up violations/ })
        .first();
      await violations.click();
      await expect(panel.locator('.fix')).toContainText('TikTok noted');
      const wide = () => panel.evaluate('document.documentElement.scrollWidth > innerWidth');
      await expect.poll(wide).toBe(false);
    });
  });
});
