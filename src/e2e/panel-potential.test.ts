import type { Page } from 'playwright-core';
import { changePointsOf } from '../diagnosis/course/change-points.ts';
import { pinScorecardsOf } from '../diagnosis/course/pin-scorecards.ts';
import type { Session } from '../metrics/session.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { cells, settled, shownRoom } from './panel-view.ts';
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

  const visit = async (room: string): Promise<void> => {
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${room}`);
    await settled(panel, room);
  };
  /** The sample's LIVE that meets a condition; a shop of sixty has one of each kind. */
  const find = async (meets: (session: Session) => boolean): Promise<Session> => {
    for (const { id } of await archivedRooms(panel, 'sample')) {
      const session = await archivedSession(panel, 'sample', id);
      if (meets(session)) return session;
    }
    throw new Error('The sample shop has no such LIVE.');
  };

  test('is told in five sentences, and as one total of the steps', async () => {
    const sentences = async () => {
      const told = (await panel.locator('.verdict, .narrative').allTextContents()).join(' ');
      return told.match(/[.!?](?=\s|$)/g)?.length;
    };
    await expect.poll(sentences).toBeGreaterThanOrEqual(5);
    await expect
      .poll(() => panel.locator('.joint').textContent())
      .toMatch(/^Together about \$[\d.,K]+ an hour \(\$[\d.,K]+ to \$[\d.,K]+\)/);
  });

  test.describe('the target', () => {
    const target = () => panel.getByRole('combobox', { name: 'Target', exact: true });
    const named = () => panel.locator('.factor-open .evidence').first().textContent();

    test('changes what the steps are to reach, named beside the result, and is remembered', async () => {
      await expect.poll(() => target().inputValue()).toBe('attainable');
      const before = await panel.locator('.joint').textContent();
      await target().selectOption('own-best');
      await expect.poll(named).toContain('Target: the level of your best LIVE');
      await expect.poll(() => panel.locator('.joint').textContent()).not.toBe(before);
      await panel.reload();
      await settled(panel);
      await expect.poll(() => target().inputValue()).toBe('own-best');
      await expect.poll(named).toContain('Target: the level of your best LIVE');
    });

    test('can be a figure of the seller’s own, step by step', async () => {
      await target().selectOption('custom');
      const field = panel.getByRole('spinbutton', { name: 'CTOR: your own figure' });
      await field.fill('99');
      const slider = panel.locator('.what-if-step').filter({ hasText: 'CTOR' });
      await expect.poll(() => slider.textContent()).toContain('target 99%');
      await field.fill('');
      await expect.poll(() => slider.textContent()).not.toContain('target 99%');
      await target().selectOption('attainable');
      await expect.poll(() => field.count()).toBe(0);
    });
  });

  test.describe('what if', () => {
    const card = () => panel.getByRole('region', { name: 'What if' });
    const result = () => card().getByRole('status').textContent();

    test('moves with a step by keyboard, and goes back at reset', async () => {
      await expect.poll(result).toContain('as today');
      const before = await result();
      const slider = card().getByRole('slider', { name: 'CTOR' });
      await slider.focus();
      for (let press = 0; press < 5; press += 1) await panel.keyboard.press('ArrowRight');
      await expect.poll(result).toMatch(/\$[\d.,K]+ more than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
      await expect.poll(result).toBe(before);
      const field = card().getByRole('spinbutton', { name: 'CTOR: figure to try' });
      await field.fill('0.5');
      await expect.poll(() => field.inputValue()).toBe('0.5');
      await expect.poll(result).toMatch(/\$[\d.,K]+ less than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
      await expect.poll(result).toBe(before);
    });

    test('takes findings as solved, several of one step once', async () => {
      const before = await result();
      const boxes = card().getByRole('checkbox');
      await expect.poll(() => boxes.count()).toBeGreaterThan(0);
      await boxes.first().focus();
      await panel.keyboard.press('Space');
      await expect.poll(result).toMatch(/more than today/);
      await panel.keyboard.press('Space');
      await expect.poll(result).toBe(before);
      await card().getByRole('button', { name: 'Levers at target' }).press('Enter');
      await expect.poll(result).toMatch(/more than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
    });
  });

  test('shows where the course changed, as marks on the chart and in words', async () => {
    const session = await find((one) => changePointsOf(one).some(({ happened }) => happened[0]));
    await visit(session.room.id);
    const changes = changePointsOf(session);
    const marks = panel.getByRole('list', { name: 'Lasting changes' }).getByRole('listitem');
    await expect.poll(() => marks.count()).toBe(changes.length);
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
    const session = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
    const table = panel.getByRole('region', { name: 'How the pins did' }).getByRole('table');
    const cards = pinScorecardsOf(session);
    await expect
      .poll(async () => (await cells(table)).length)
      .toBeGreaterThanOrEqual(cards?.products.length ?? 1);
    const rows = await cells(table);
    for (const row of rows) {
      expect(row.join(' ')).toMatch(/×[\d.]+ \([\d.]+ to [\d.]+\)|–/);
      expect(row.join(' ')).toMatch(/the rest|Too little to tell/);
    }
  });

  test('says of the running LIVE how it goes and what to act on, and of no other', async () => {
    const pace = () => panel.getByRole('region', { name: 'Pace so far' });
    await expect.poll(() => pace().count()).toBe(0);
    const running = await find(({ room }) => room.status === 'live');
    await visit(running.room.id);
    await expect.poll(() => pace().count()).toBe(1);
    await expect
      .poll(() => pace().textContent())
      .toMatch(/After .+ stands at .+ your usual|Too little to tell/);
    await expect
      .poll(async () => [1, 2].includes(await pace().getByRole('row').count()))
      .toBe(false);
  });
});
