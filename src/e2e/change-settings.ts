import * as v from 'valibot';
import type { SettingsPatch } from '../platform/settings.ts';
import { askArchive } from './panel-archive.ts';
import type { View } from './panel-view.ts';

/** Changes settings as another panel would. */
export async function changeSettings(view: View, patch: SettingsPatch): Promise<void> {
  v.parse(v.object({ ok: v.literal(true) }), await askArchive(view, 'settings.set', patch));
}
