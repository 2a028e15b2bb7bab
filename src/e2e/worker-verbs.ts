import * as v from 'valibot';
import type { Request, Verb } from '../platform/protocol.ts';
import { type Settings, type SettingsPatch, SettingsSchema } from '../platform/settings.ts';
import { archivedBoard } from './panel-archive.ts';
import type { View } from './panel-view.ts';
import { plans } from './plan-stage.ts';

type Which = 'shop' | 'sample';

/** Asks the worker for something as another panel would, and answers its reply; throws when it refuses. */
export async function askWorker<V extends Verb>(
  view: View,
  verb: V,
  request: Request<V>,
): Promise<unknown> {
  const message = JSON.stringify({ app: 'live-diagnosis', verb, request });
  const reply: unknown = await view.evaluate(`chrome.runtime.sendMessage(${message})`);
  if (v.is(v.object({ ok: v.literal(true) }), reply)) return reply;
  throw new Error(`The worker refused ${verb}: ${JSON.stringify(reply)}`);
}

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

/** Changes what the seller has chosen; panels follow. */
export async function changeSettings(view: View, patch: SettingsPatch): Promise<void> {
  await askWorker(view, 'settings.set', patch);
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
