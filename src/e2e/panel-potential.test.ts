import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changePointsOf } from '../diagnosis/course/change-points.ts';
import { pinScorecardsOf } from '../diagnosis/course/pin-scorecards.ts';
import type { Session } from '../metrics/session.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { cells, settled, shownRoom, soon } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';

describe('what a LIVE could bring, and its course', () => {
  let stage: Stage;
  let panel: Page;
  beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  afterAll(() => stage?.close());

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

  it('is told in five sentences, and as one total of the steps', async () => {
    const told = (await panel.locator('.verdict, .narrative').allTextContents()).join(' ');
    expect(told.match(/[.!?](?=\s|$)/g)?.length).toBeGreaterThanOrEqual(5);
    const together = await panel.locator('.joint').textContent();
    expect(together).toMatch(/^Together about \$[\d.,K]+ an hour \(\$[\d.,K]+ to \$[\d.,K]+\)/);
  });

  describe('the target', () => {
    const target = () => panel.getByRole('combobox', { name: 'Target', exact: true });
    const named = () => panel.locator('.factor-open .evidence').first().textContent();

    it('changes what the steps are to reach, named beside the result, and is remembered', async () => {
      expect(await target().inputValue()).toBe('attainable');
      const before = await panel.locator('.joint').textContent();
      await target().selectOption('own-best');
      await vi.waitFor(
        async () => expect(await named()).toContain('Target: the level of your best LIVE'),
        soon,
      );
      expect(await panel.locator('.joint').textContent()).not.toBe(before);
      await panel.reload();
      await settled(panel);
      expect(await target().inputValue()).toBe('own-best');
      expect(await named()).toContain('Target: the level of your best LIVE');
    });

    it('can be a figure of the seller’s own, step by step', async () => {
      await target().selectOption('custom');
      const field = panel.getByRole('spinbutton', { name: 'CTOR: your own figure' });
      await field.fill('99');
      const slider = panel.locator('.what-if-step').filter({ hasText: 'CTOR' });
      await vi.waitFor(
        async () => expect(await slider.textContent()).toContain('target 99%'),
        soon,
      );
      await field.fill('');
      await vi.waitFor(
        async () => expect(await slider.textContent()).not.toContain('target 99%'),
        soon,
      );
      await target().selectOption('attainable');
      await vi.waitFor(async () => expect(await field.count()).toBe(0), soon);
    });
  });

  describe('what if', () => {
    const card = () => panel.getByRole('region', { name: 'What if' });
    const result = () => card().getByRole('status').textContent();

    it('moves with a step by keyboard, and goes back at reset', async () => {
      const before = await result();
      expect(before).toContain('as today');
      const slider = card().getByRole('slider', { name: 'CTOR' });
      await slider.focus();
      for (let press = 0; press < 5; press += 1) await panel.keyboard.press('ArrowRight');
      expect(await result()).toMatch(/\$[\d.,K]+ more than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
      expect(await result()).toBe(before);
      const field = card().getByRole('spinbutton', { name: 'CTOR: figure to try' });
      await field.fill('0.5');
      expect(await field.inputValue()).toBe('0.5');
      expect(await result()).toMatch(/\$[\d.,K]+ less than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
      expect(await result()).toBe(before);
    });

    it('takes findings as solved, several of one step once', async () => {
      const before = await result();
      const boxes = card().getByRole('checkbox');
      expect(await boxes.count()).toBeGreaterThan(0);
      await boxes.first().focus();
      await panel.keyboard.press('Space');
      const once = await result();
      expect(once).toMatch(/more than today/);
      await panel.keyboard.press('Space');
      expect(await result()).toBe(before);
      await card().getByRole('button', { name: 'Levers at target' }).press('Enter');
      expect(await result()).toMatch(/more than today/);
      await card().getByRole('button', { name: 'Reset' }).press('Enter');
    });
  });

  it('shows where the course changed, as marks on the chart and in words', async () => {
    const session = await find((one) => changePointsOf(one).some(({ happened }) => happened[0]));
    await visit(session.room.id);
    const changes = changePointsOf(session);
    const marks = panel.getByRole('list', { name: 'Lasting changes' }).getByRole('listitem');
    expect(await marks.count()).toBe(changes.length);
    const listed = await panel.locator('.change').allTextContents();
    expect(listed).toHaveLength(changes.length);
    for (const [place, text] of listed.entries()) {
      expect(text).toMatch(changes[place]?.direction === 'fell' ? / fell from / : / rose from /);
      expect(text).toMatch(/90% interval \$[\d.,K]+ to \$[\d.,K]+/);
    }
    expect(listed.some((text) => / after the /.test(text))).toBe(true);
  });

  it('scores every pinned product, or says how much longer it would have to be pinned', async () => {
    const session = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
    const table = panel.getByRole('region', { name: 'How the pins did' }).getByRole('table');
    const rows = await cells(table);
    const cards = pinScorecardsOf(session);
    expect(rows.length).toBeGreaterThanOrEqual(cards?.products.length ?? 1);
    for (const row of rows) {
      expect(row.join(' ')).toMatch(/×[\d.]+ \([\d.]+ to [\d.]+\)|–/);
      expect(row.join(' ')).toMatch(/the rest|Too little to tell/);
    }
  });

  it('says of the running LIVE how it goes and what to act on, and of no other', async () => {
    const pace = () => panel.getByRole('region', { name: 'Pace so far' });
    expect(await pace().count()).toBe(0);
    const running = await find(({ room }) => room.status === 'live');
    await visit(running.room.id);
    await vi.waitFor(async () => expect(await pace().count()).toBe(1), soon);
    const text = await pace().textContent();
    expect(text).toMatch(/After .+ stands at .+ your usual|Too little to tell/);
    const usual = await pace().getByRole('row').count();
    expect(usual === 0 || usual > 2).toBe(true);
  });
});
