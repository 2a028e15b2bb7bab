import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { NoteSchema } from '../metrics/note.ts';
import { askWorker } from './ask-worker.ts';
import { picker, pickRoom, seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const RepliedSchema = v.object({ value: v.object({ notes: v.array(NoteSchema) }) });

test.describe('notes on a LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    await settled(await stage.dashboard(stage.room), stage.room);
    panel = await stage.panelTab(`?room=${stage.room}`);
    await panel.setViewportSize({ width: 400, height: 720 });
    await settled(panel, stage.room);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(async () => {
    for (const { id } of await kept()) await askWorker(panel, 'note.drop', { which: 'shop', id });
    await expect(list().getByRole('listitem')).toHaveCount(0);
  });

  const kept = async () =>
    v.parse(RepliedSchema, await askWorker(panel, 'note.list', { which: 'shop', room: stage.room }))
      .value.notes;
  const list = () => panel.getByRole('list', { name: 'Your notes' });
  const fields = () => list().getByRole('textbox');
  const marks = () => panel.locator('.lane-notes li');
  const words = () => panel.getByRole('textbox', { name: 'What do you want to remember?' });
  const write = async (text: string) => {
    await panel.getByRole('button', { name: 'Add note', exact: true }).click();
    await words().fill(text);
    await words().press('Enter');
    await expect(fields()).toHaveValue(text);
  };

  test('are written at a moment of the charts, marked there, kept, and found by their words', {
    tag: '@smoke',
  }, async () => {
    const canvas = panel.locator('.timeline-canvas canvas');
    await canvas.scrollIntoViewIfNeeded();
    const { width = 0 } = (await canvas.boundingBox()) ?? {};
    await canvas.hover({ position: { x: width / 2, y: 40 } });
    const begin = panel.getByRole('button', { name: /^Add note at \d:\d\d:\d\d$/ });
    const moment = ((await begin.textContent()) ?? '').slice(-7);
    await begin.click();
    await expect(words()).toBeFocused();
    await words().fill('The ring light went out');
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
    await words().press('Enter');
    await expect(marks()).toHaveAttribute('title', `${moment} The ring light went out`);
    await expect(begin).toBeFocused();
    await panel.reload();
    await settled(panel, stage.room);
    await expect(list().getByRole('listitem')).toContainText(moment);
    await expect(fields()).toHaveValue('The ring light went out');
    await expect(marks()).toHaveCount(1);

    await pickRoom(panel, stage.running);
    await expect(list()).toHaveCount(0);
    await picker(panel).fill('ring light');
    await expect(panel.getByRole('option').first()).toContainText('Note: The ring light went out');
    await picker(panel).press('Enter');
    await settled(panel, stage.room);
  });

  test('are on the whole LIVE or on a moment that is typed, and cancelled by Escape', async () => {
    await write('Good night');
    await panel.getByRole('button', { name: 'Add note', exact: true }).click();
    await words().fill('Too late');
    const moment = panel.getByRole('textbox', { name: 'Time in the LIVE' });
    await moment.fill('23:59:59');
    await moment.press('Enter');
    await expect(panel.getByRole('alert')).toHaveText(
      'The LIVE ended before that. Write hours first, as in 0:42:10.',
    );
    await moment.press('Escape');
    await expect(words()).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Add note', exact: true })).toBeFocused();
    await expect.poll(async () => (await kept()).map((note) => note.words)).toEqual(['Good night']);
  });

  test('come back when their removal is taken back', async () => {
    await write('Thank by name');
    await list().getByRole('button', { name: 'Remove note: Whole LIVE' }).click();
    await expect(fields()).toHaveCount(0);
    const undo = panel.getByRole('button', { name: 'Undo', exact: true });
    await expect(undo).toBeFocused();
    await undo.press('Enter');
    await expect(fields()).toHaveValue('Thank by name');
  });

  test('of two windows never go over each other: the seller sees both and chooses', async () => {
    await write('First');
    const [note] = await kept();
    if (note === undefined) throw new Error('There is no note.');
    // Written in the breath in which the other window's words set out, so that no pause keeps it before them.
    const request = { which: 'shop', id: note.id, words: 'Theirs' };
    await fields().evaluate(
      async (field, message) => {
        const changed = chrome?.runtime?.sendMessage(message);
        if (field instanceof HTMLTextAreaElement) field.value = 'Mine';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await changed;
      },
      { app: 'live-diagnosis', verb: 'note.change', request },
    );
    await fields().press('Enter');
    const choice = panel.getByRole('alert').filter({ hasText: 'Theirs' });
    await choice.getByRole('button', { name: 'Keep both' }).click();
    await expect.poll(async () => (await kept())[0]?.words).toBe('Theirs / Mine');
    await expect(fields()).toHaveValue('Theirs / Mine');
  });
});
