import * as v from 'valibot';
import type { SettingsPatch } from '../platform/settings.ts';
import type { View } from './panel-view.ts';

/** Changes settings as another panel would. */
export async function changeSettings(view: View, patch: SettingsPatch): Promise<void> {
  const message = JSON.stringify({ app: 'live-diagnosis', verb: 'settings.set', request: patch });
  const reply = await view.evaluate(`chrome.runtime.sendMessage(${message})`);
  v.parse(v.object({ ok: v.literal(true) }), reply);
}
