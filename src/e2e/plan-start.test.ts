import type { Locator, Page } from 'playwright-core';
import { DAY_MS } from '../metrics/time.ts';
import { instantAt } from '../metrics/zone.ts';
import { freshPlan, onlyPlan } from './fresh-plan.ts';
import { next, showSampleShop } from './plan-stage.ts';
import { sampleDate, sampleZone } from './sample-clock.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const nextYear = Number(sampleDate(0).slice(0, 4)) + 1;

test.describe('the start of a next LIVE', () => {
  let stage: Stage;
  let panel: Page;
  let starts: Locator;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await showSampleShop(stage);
    starts = next(panel).getByLabel('Next LIVE starts');
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => freshPlan(panel));

  /** Fills in a start, as a paste or the browser's own calendar does. */
  async function fill(wall: string): Promise<void> {
    await starts.fill(wall);
    await starts.blur();
  }
  /** Types a date over the one that stands there. */
  async function type(date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    await starts.focus();
    // Each key as a change of its own, with the time for what it does.
    for (const key of `${month}${day}${year}`) {
      await panel.keyboard.press(key);
      await panel.waitForTimeout(60);
    }
  }
  const remindADayBefore = async (): Promise<void> => {
    await next(panel).getByLabel('Remind me').selectOption({ label: '1 day before' });
    await expect.poll(async () => (await onlyPlan(panel)).remindAt).toBeDefined();
  };
  const startsWith = (wall: string): Promise<void> =>
    eventually(async () => {
      const { startsAt = 0, remindAt = 0 } = await onlyPlan(panel);
      expect(startsAt).toBe(instantAt(wall, sampleZone));
      expect(startsAt - remindAt).toBe(DAY_MS);
    });

  test('is typed key by key, which costs no reminder on its way', { tag: '@day' }, async () => {
    await fill(`${sampleDate(3)}T20:00`);
    await remindADayBefore();
    await type(sampleDate(40));
    await expect(starts).toHaveValue(`${sampleDate(40)}T20:00`);
    await starts.blur();
    await startsWith(`${sampleDate(40)}T20:00`);
    await starts.focus();
    await panel.keyboard.press('Backspace');
    await starts.blur();
    await expect(starts).toHaveValue(`${sampleDate(40)}T20:00`);
    await startsWith(`${sampleDate(40)}T20:00`);
  });

  test('may be no date on its way: a 31 February is waited out', async () => {
    await fill(`${nextYear}-12-31T20:00`);
    await remindADayBefore();
    await type(`${nextYear + 1}-02-09`);
    await expect(starts).toHaveValue(`${nextYear + 1}-02-09T20:00`);
    await starts.blur();
    await startsWith(`${nextYear + 1}-02-09T20:00`);
  });

  test('is told by the shop’s clock on the days when it is changed', async () => {
    const start = async () => (await onlyPlan(panel)).startsAt;
    // No clock of the shop shows half past two: the time before counts on.
    const forward = sunday(nextYear, 2, 2);
    await fill(`${forward}T02:30`);
    await expect.poll(start).toBe(Date.parse(`${forward}T10:30Z`));
    await expect(starts).toHaveValue(`${forward}T03:30`);
    // It shows half past one twice: the first counts.
    const back = sunday(nextYear, 10, 1);
    await fill(`${back}T01:30`);
    await expect.poll(start).toBe(Date.parse(`${back}T08:30Z`));
    await expect(starts).toHaveValue(`${back}T01:30`);
  });
});

/** The date of a month's first or second Sunday; `month` 0 is January. */
function sunday(year: number, month: number, which: number): string {
  const first = (7 - new Date(Date.UTC(year, month, 1)).getUTCDay()) % 7;
  return new Date(Date.UTC(year, month, 1 + first + 7 * (which - 1))).toISOString().slice(0, 10);
}
