import type { Page } from 'playwright-core';
import { openFirstFactor } from '../../e2e/panel-view.ts';
import { startAt } from '../../e2e/plan-stage.ts';
import { raise, type Stage } from '../../e2e/stage.ts';
import { DAY_MS } from '../../metrics/time.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

/** The next LIVE: proposed, being worked on, done with, and its cue card on a phone and a second screen. */
export async function shootPlan(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await openSampleShop(stage);
    const next = panel.locator('#next');
    const narrowToo = { of: next, whole: true };
    await camera.take(panel, 'plan-proposed', narrowToo);
    await openFirstFactor(panel);
    await panel.locator('.factor-open .pin-toggle button').first().click();
    await next.getByRole('button', { name: 'Make this plan' }).click();
    await workOn(panel);
    await camera.take(panel, 'plan', narrowToo);
    await changedElsewhere(panel);
    await camera.take(panel, 'plan-changed-elsewhere', narrowToo);
    await next.getByRole('button', { name: 'Keep both' }).click();
    await cue(stage, camera, panel);
    await next.getByRole('button', { name: 'Close plan' }).click();
    await next.getByText('Past plans (1)').click();
    await camera.take(panel, 'plan-past', { of: next, whole: true });
  } finally {
    await stage.close();
  }
}

async function workOn(panel: Page): Promise<void> {
  const next = panel.locator('#next');
  const day = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  await startAt(panel, `${day}T20:00`);
  await next.getByLabel('Remind me').selectOption({ label: '1 hour before' });
  await next
    .getByRole('checkbox', { name: /^Done: / })
    .nth(1)
    .check();
  await next
    .getByRole('button', { name: /^Remove: / })
    .last()
    .click();
}

/** Writes on the first item while another window writes something else on it. */
async function changedElsewhere(panel: Page): Promise<void> {
  const how = panel.getByRole('textbox', { name: /^How to do it/ }).first();
  await how.fill('Ring light from the left.');
  await panel.evaluate(`(async () => {
    const ask = (verb, request) =>
      chrome.runtime.sendMessage({ app: 'live-diagnosis', verb, request: { which: 'sample', ...request } });
    const { value: { plans: [{ id, items: [item] }] } } = await ask('plan.list', {});
    await ask('plan.change', { id, patch: { items: { [item.id]: { how: 'Desk lamp, a bit higher than before.' } } } });
  })()`);
  await how.blur();
  await panel.locator('.draft-other').waitFor();
}

async function cue(stage: Stage, camera: Camera, panel: Page): Promise<void> {
  const opened = stage.context.waitForEvent('page');
  await panel.locator('#next').getByRole('button', { name: 'Open cue card' }).click();
  const card = await opened;
  await card.locator('.cue-item').first().waitFor();
  await camera.take(card, 'cue-screen', { widths: [1920], height: 1080 });
  await card.setViewportSize({ width: 360, height: 640 });
  await card.reload();
  await card.locator('.cue-single').waitFor();
  await camera.take(card, 'cue-phone', { widths: [360], height: 640 });
  await card.close();
}
