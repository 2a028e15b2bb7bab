import type { Page } from 'playwright-core';
import { changePointsOf } from '../diagnosis/course/change-points.ts';
import { pinScorecardsOf } from '../diagnosis/course/pin-scorecards.ts';
import type { Session } from '../metrics/session.ts';
import { changeSettings } from './change-settings.ts';
import { newestSession, newestWhere } from './newest-live.ts';
import { cells, pickRoom, settled, versus } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('what a LIVE could bring, and its course', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => changeSettings(panel, { versus: 'usual', targetFigures: {} }));

  /** The one total of the steps; there is none where no step is surely worth changing. */
  const joint = () => panel.locator('.joint');
  const withTotal = () => newestWhere(panel, () => joint().isVisible());

  test('is told in sentences under Why?, and as one total of the steps', {
    tag: '@day',
  }, async () => {
    await withTotal();
    await panel.getByRole('button', { name: /^Why: / }).click();
    const sentences = async () => {
      const told = (await panel.locator('.fix-why').allTextContents()).join(' ');
      return told.match(/[.!?](?=\s|$)/g)?.length;
    };
    await expect.poll(sentences).toBeGreaterThanOrEqual(5);
    await expect(joint()).toHaveText(
      /^Together about \$[\d.,K]+ an hour \(\$[\d.,K]+ to \$[\d.,K]+\)/,
    );
  });

  test('has targets of the seller’s own, step by step', async () => {
    await withTotal();
    await versus(panel).selectOption({ label: 'vs. my targets' });
    const field = panel.getByRole('spinbutton', { name: 'Ordered (CTOR): your own figure' });
    await field.fill('99');
    const slider = panel.locator('.what-if-step').filter({ hasText: 'CTOR' });
    await expect(slider).toContainText('target 99.0%');
    await field.fill('');
    await expect(slider).not.toContainText('target 99.0%');
    await versus(panel).selectOption({ label: 'vs. your usual' });
    await expect(field).toHaveCount(0);
  });

  test.describe('what if', () => {
    const card = () => panel.getByRole('region', { name: 'What if' });
    const result = () => card().getByRole('status');
    const reset = () => card().getByRole('button', { name: 'Reset' }).press('Enter');
    const asToday = async (): Promise<string> => {
      await expect(result()).toContainText('same as now');
      return (await result().textContent()) ?? '';
    };

    test('moves with a step by keyboard, and goes back at reset', async () => {
      const before = await asToday();
      const slider = card().getByRole('slider', { name: 'CTOR' });
      await slider.focus();
      for (let press = 0; press < 5; press += 1) await panel.keyboard.press('ArrowRight');
      await expect(result()).toContainText(/\$[\d.,K]+ more than today/);
      await reset();
      await expect(result()).toHaveText(before);
      const field = card().getByRole('spinbutton', { name: 'CTOR: figure to try' });
      await field.fill('0.5');
      await expect(field).toHaveValue('0.5');
      await expect(result()).toContainText(/\$[\d.,K]+ less than today/);
      await reset();
      await expect(result()).toHaveText(before);
    });

    test('takes findings as solved, several of one step once', async () => {
      const boxes = card().getByRole('checkbox');
      const levers = card().getByRole('button', { name: 'Set all to target' });
      await newestWhere(
        panel,
        async () => (await boxes.first().isVisible()) && (await levers.isVisible()),
      );
      const before = await asToday();
      await boxes.first().focus();
      await panel.keyboard.press('Space');
      await expect(result()).toContainText('more than today');
      await panel.keyboard.press('Space');
      await expect(result()).toHaveText(before);
      await levers.press('Enter');
      await expect(result()).toContainText('more than today');
      await reset();
    });
  });

  test('shows where the course changed, as marks on the chart and in words', async () => {
    const session = await newestSession(panel, (one) =>
      changePointsOf(one).some(({ happened }) => happened[0]),
    );
    await pickRoom(panel, session.room.id);
    const changes = changePointsOf(session);
    const marks = panel.getByRole('list', { name: 'Lasting changes' }).getByRole('listitem');
    await expect(marks).toHaveCount(changes.length);
    await eventually(async () => {
      const listed = await panel.locator('.change').allTextContents();
      expect(listed).toHaveLength(changes.length);
      for (const [place, text] of listed.entries()) {
        expect(text).toMatch(changes[place]?.direction === 'fell' ? / fell from / : / rose from /);
        expect(text).toMatch(/90% interval \$[\d.,K]+ to \$[\d.,K]+/);
      }
      expect(listed.some((text) => / after the /.test(text))).toBe(true);
    });
  });

  test('scores every pinned product, or says how much longer it would have to be pinned', async () => {
    const scored = (one: Session) => pinScorecardsOf(one)?.products.length ?? 0;
    const session = await newestSession(
      panel,
      (one) => one.room.status !== 'live' && scored(one) > 1,
    );
    await pickRoom(panel, session.room.id);
    const table = panel.getByRole('region', { name: 'How the pins did' }).getByRole('table');
    await eventually(async () => {
      const rows = await cells(table);
      expect(rows.length).toBeGreaterThanOrEqual(scored(session));
      for (const row of rows) {
        expect(row.join(' ')).toMatch(/×[\d.]+ \([\d.]+ to [\d.]+\)|–/);
        expect(row.join(' ')).toMatch(/average|Not enough data/);
      }
    });
  });

  test('says of the running LIVE how it goes and what to act on, and of no other', async () => {
    const pace = panel.getByRole('region', { name: 'Pace so far' });
    const ended = await newestSession(panel, ({ room }) => room.status !== 'live');
    await pickRoom(panel, ended.room.id);
    await expect(pace).toHaveCount(0);
    const running = await newestSession(panel, ({ room }) => room.status === 'live');
    await pickRoom(panel, running.room.id);
    await expect(pace).toHaveCount(1);
    await expect(pace).toContainText(/after .+: .+ your usual|Too little to tell/);
    await expect.poll(async () => [1, 2].includes(await pace.getByRole('row').count())).toBe(false);
  });
});
