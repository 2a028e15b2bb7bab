import * as v from 'valibot';
import { SettingsSchema } from '../../platform/settings.ts';
import { SETTINGS_KEY } from '../records.ts';
import { put, reading, readOrQuarantine, writing } from '../transactions.ts';
import type { MergedPair } from './merged-pair.ts';

/** The choices of here, and of those for single LIVEs and products also what was chosen only in the snapshot. */
export async function mergeSettings({ base, here }: MergedPair): Promise<void> {
  const record = await reading(here, (database) => database.get('settings', SETTINGS_KEY));
  const read = v.safeParse(SettingsSchema, record);
  await writing(base, ['settings'], async (transaction) => {
    const there = await readOrQuarantine(transaction, 'settings', SETTINGS_KEY, SettingsSchema);
    if (!read.success) return;
    const chosen = read.output;
    const merged = {
      ...chosen,
      shopCategory: chosen.shopCategory ?? there?.shopCategory,
      targetFigures: { ...there?.targetFigures, ...chosen.targetFigures },
      productCategories: { ...there?.productCategories, ...chosen.productCategories },
      roomCategories: { ...there?.roomCategories, ...chosen.roomCategories },
      hosts: { ...there?.hosts, ...chosen.hosts },
      ownLives: { ...there?.ownLives, ...chosen.ownLives },
    };
    await put(transaction, 'settings', merged, SettingsSchema, SETTINGS_KEY);
  });
}
