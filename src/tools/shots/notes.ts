import type { Page } from 'playwright-core';
import { picker, settled } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { waitForWords } from './wait.ts';

const WIDTHS = [320, 400, 1280];

/** Notes on a LIVE where they are written, marked and listed, and what finds a LIVE. */
export async function shootNotes(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    await settled(await stage.dashboard(stage.room), stage.room);
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    await write(panel, 'Payday weekend, free shipping from $30', '');
    await write(panel, 'The ring light went out, we moved to the window', '0:42:10');
    const timeline = panel.locator('.timeline');
    await point(panel);
    const begin = panel.getByRole('button', { name: /^Add note at/ });
    await begin.click();
    const words = panel.getByRole('textbox', { name: 'What do you want to remember?' });
    await words.fill('Lena took over');
    await camera.take(panel, 'notes-timeline', { widths: WIDTHS, of: timeline, whole: true });
    await words.press('Enter');
    await point(panel);
    await camera.take(panel, 'notes-marked', { widths: WIDTHS, of: timeline, whole: true });
    const basic = panel.locator('#basic');
    await camera.take(panel, 'notes-list', { widths: WIDTHS, of: basic, whole: true });
    await panel.getByRole('button', { name: /^Remove note: 0:42:10/ }).click();
    await panel.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    await camera.take(panel, 'notes-removed', { widths: WIDTHS, of: basic, whole: true });
    const held = stage.demo.sessions().find(({ room }) => room.id === stage.room);
    const product = held?.products?.at(-1)?.name ?? '';
    await panel.evaluate(() => scrollTo(0, 0));
    // The field reads the list of three months, whose LIVEs make what is usual, behind what it finds.
    await picker(panel).focus();
    await waitForWords(panel, /\([3-9]\d LIVEs\)/);
    for (const [name, typed] of [
      ['found', product],
      ['found-many', 'a'],
      ['found-none', 'zzzz'],
    ] as const) {
      await camera.take(panel, `notes-${name}`, {
        widths: WIDTHS,
        before: () => picker(panel).fill(typed),
      });
    }
  } finally {
    await stage.close();
  }
}

async function write(panel: Page, text: string, at: string): Promise<void> {
  await panel.getByRole('button', { name: 'Add note', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Time in the LIVE' }).fill(at);
  const words = panel.getByRole('textbox', { name: 'What do you want to remember?' });
  await words.fill(text);
  await words.press('Enter');
  await words.waitFor({ state: 'detached' });
}

/** Points at the middle of the charts. */
async function point(panel: Page): Promise<void> {
  const canvas = panel.locator('.timeline-canvas canvas');
  await canvas.scrollIntoViewIfNeeded();
  const { width = 0 } = (await canvas.boundingBox()) ?? {};
  await canvas.hover({ position: { x: width / 2, y: 40 } });
}
