import type { Page } from 'playwright-core';
import { DAY_MS } from '../metrics/time.ts';
import { instantAt } from '../metrics/zone.ts';
import { freshPlan, onlyPlan } from './fresh-plan.ts';
import { next, showSampleShop, startAt } from './plan-stage.ts';
import { sampleDate, sampleZone } from './sample-clock.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the start of a next LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await showSampleShop(stage);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => freshPlan(panel));

  const day = () => next(panel).getByRole('combobox', { name: 'Day' });
  const time = () => next(panel).getByRole('textbox', { name: 'Time' });
  const start = async () => (await onlyPlan(panel)).startsAt;
  const remindADayBefore = async (): Promise<void> => {
    // Choosing it takes the focus there, as a press does.
    await next(panel).getByLabel('Remind me').focus();
    await next(panel).getByLabel('Remind me').selectOption({ label: '1 day before' });
    await expect.poll(async () => (await onlyPlan(panel)).remindAt).toBeDefined();
  };

  test('is chosen by day and time, which costs no reminder on its way', {
    tag: '@day',
  }, async () => {
    await startAt(panel, `${sampleDate(3)}T20:00`);
    await remindADayBefore();
    await day().focus();
    // Of today no reminder a day before would come any more.
    await day().selectOption(sampleDate(0));
    await day().selectOption(sampleDate(40));
    await time().fill('8:30 pm');
    await time().press('Enter');
    await expect(time()).toHaveValue('20:30');
    await eventually(async () => {
      const { startsAt = 0, remindAt = 0 } = await onlyPlan(panel);
      expect(startsAt).toBe(instantAt(`${sampleDate(40)}T20:30`, sampleZone));
      expect(startsAt - remindAt).toBe(DAY_MS);
    });
  });

  test('waits for both, in either order', async () => {
    await time().fill('20');
    await time().press('Enter');
    await expect(time()).toHaveValue('20:00');
    await expect.poll(start).toBeUndefined();
    await day().selectOption(sampleDate(2));
    await expect.poll(start).toBe(instantAt(`${sampleDate(2)}T20:00`, sampleZone));
  });

  test('says what is no time, and keeps what stood there', async () => {
    const wall = `${sampleDate(2)}T20:00`;
    await startAt(panel, wall);
    await time().fill('soon');
    await time().press('Enter');
    await expect(next(panel).getByRole('alert')).toContainText('Write a time such as 20:00.');
    await time().press('Escape');
    await expect(time()).toHaveValue('20:00');
    await expect(next(panel).getByRole('alert')).toHaveCount(0);
    await expect.poll(start).toBe(instantAt(wall, sampleZone));
  });

  test('is taken back by its day, and put back as it was', async () => {
    await startAt(panel, `${sampleDate(2)}T20:00`);
    await expect.poll(start).toBeDefined();
    await day().selectOption({ label: 'Not set' });
    await expect.poll(start).toBeUndefined();
    await expect(time()).toHaveValue('');
    await next(panel).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(start).toBe(instantAt(`${sampleDate(2)}T20:00`, sampleZone));
    await expect(time()).toHaveValue('20:00');
  });
});
