import { ok } from '../../metrics/fault.ts';
import { shopArchive } from '../archives.ts';
import type { Handler } from '../router.ts';

/** Changes settings; the sample shop has none of its own. */
export const settingsSet: Handler<'settings.set'> = async ({ shopCategory, ...patch }) => {
  const archive = await shopArchive();
  const category = shopCategory === undefined ? {} : { shopCategory: shopCategory ?? undefined };
  return ok(await archive.changeSettings({ ...patch, ...category }));
};
