import type { Page } from 'playwright-core';
import { openMore, seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('LIVEs over time', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 800 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());
  test.afterEach(async () => {
    await panel.keyboard.press('Escape');
    await expect(view()).toHaveCount(0);
  });

  const view = () => panel.getByRole('dialog', { name: 'Your LIVEs over time' });
  const tab = (name: string) => view().getByRole('tab', { name });
  const open = async (name: string) => {
    await openMore(panel);
    await panel.getByRole('menuitem', { name: /^Your LIVEs over time/ }).click();
    await expect(tab('Trend')).toHaveAttribute('aria-selected', 'true');
    await tab(name).click();
  };

  test('lead from a metric to the LIVE it stood in, by keyboard', async () => {
    await open('Trend');
    await expect(view()).toContainText('Simulated');
    await expect(view()).toContainText('60 LIVEs');
    await expect(view().locator('.over-time-peak')).toContainText(
      /^Highest: \$[\d,]+ \(.*Lowest: /,
    );
    await view().getByRole('combobox', { name: 'Metric' }).selectOption('CTOR');
    const chart = view().getByRole('slider', { name: /^CTOR, LIVE by LIVE/ });
    await chart.focus();
    await panel.keyboard.press('Home');
    await panel.keyboard.press('ArrowRight');
    await expect(chart).toHaveAttribute('aria-valuenow', '2');
    await expect(chart).toHaveAttribute('aria-valuetext', /^\w+, \w+ \d+, \d\d:\d\d: [\d.]+%/);
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    const said = await chart.getAttribute('aria-valuetext');
    await panel.keyboard.press('Enter');
    await expect(view()).toHaveCount(0);
    const start = /^\w+, (\w+ \d+, \d\d:\d\d)/.exec(said ?? '')?.[1] ?? 'no start';
    await expect(panel.locator('.bar')).toContainText(start);
  });

  test('stand in a calendar, each day with its LIVEs', async () => {
    await open('Calendar');
    const calendar = view().getByRole('table', { name: 'Calendar' });
    const days = calendar.getByRole('button');
    await view().getByRole('combobox', { name: 'How far back' }).selectOption('All LIVEs');
    await days.first().focus();
    await panel.keyboard.press('End');
    await expect(days.last()).toBeFocused();
    await panel.keyboard.press('ArrowUp');
    await expect(days.last()).not.toBeFocused();
    await panel.keyboard.press('Enter');
    const day = view().locator('.calendar-day');
    await expect(day).toContainText(/: \$[\d,]+\/h, \d LIVEs?, .* on air/);
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    await day.getByRole('button').first().press('Enter');
    await expect(view()).toHaveCount(0);
  });

  test('fill the hours of the week, those of few LIVEs marked as such', async () => {
    await open('Week');
    const week = view().getByRole('table', { name: 'Week' });
    await view().getByRole('combobox', { name: 'How far back' }).selectOption('Last 4 weeks');
    await expect(view().locator('.over-time-peak')).toContainText(/^Highest: \w+day, /);
    await week
      .getByRole('button', { name: /too few to tell$/ })
      .first()
      .press('Enter');
    await expect(view().locator('.week-said')).toContainText('only');
  });

  test('say what each step cost over 4 and 12 weeks, and not to add them up', async () => {
    await open('Step costs');
    const costs = view().getByRole('table', { name: 'Step costs' });
    await expect(costs.getByRole('row')).toHaveCount(6);
    await expect(view().locator('.over-time-peak')).toContainText(
      /cost most over 12 weeks: about \$/,
    );
    await expect(costs).toContainText(/\$[\d,]+ to \$[\d,]+in \d+ of \d+ LIVEs/);
    await expect(view()).toContainText('Steps overlap: don’t add them up.');
    await expect(view()).toContainText('1 still running');
  });

  test('tell of the LIVE in view when its figures were read', async () => {
    await open('Readings');
    await expect(view()).toContainText(/First read: \d+ figures/);
  });
});
