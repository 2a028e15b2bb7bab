import * as v from 'valibot';
import { type Settings, SettingsSchema } from '../platform/settings.ts';
import { askWorker } from './ask-worker.ts';
import { changeSettings } from './change-settings.ts';
import { archivedBoard } from './panel-archive.ts';
import type { View } from './panel-view.ts';
import { plans } from './plan-stage.ts';

type Which = 'shop' | 'sample';

/** Takes everything off the board. */
export async function emptyBoard(view: View, which: Which): Promise<void> {
  for (const { id } of await archivedBoard(view, which)) {
    await askWorker(view, 'pinned.drop', { which, id });
  }
}

/** Drops every plan. */
export async function dropPlans(view: View, which: Which): Promise<void> {
  for (const { id } of await plans(view, which)) await askWorker(view, 'plan.drop', { which, id });
}

/** Forgets every category that was named. */
export async function forgetCategories(view: View): Promise<void> {
  const { productCategories, roomCategories } = await settings(view);
  const none = (named: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(named).map((id) => [id, null]));
  await changeSettings(view, {
    shopCategory: null,
    productCategories: none(productCategories),
    roomCategories: none(roomCategories),
  });
}

async function settings(view: View): Promise<Settings> {
  const Answer = v.object({ value: SettingsSchema });
  return v.parse(Answer, await askWorker(view, 'archive.settings', { which: 'shop' })).value;
}
