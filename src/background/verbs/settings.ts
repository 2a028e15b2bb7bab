import { ok } from '../../metrics/fault.ts';
import { shopArchive } from '../archives.ts';
import type { Handler } from '../router.ts';

/** Changes settings; the sample shop has none of its own. */
export const settingsSet: Handler<'settings.set'> = async (patch) => {
  const archive = await shopArchive();
  return ok(await archive.changeSettings(patch));
};
