import { ok } from '../../metrics/fault.ts';
import { patched } from '../../platform/settings.ts';
import { shopArchive } from '../archives.ts';
import { tellPanels } from '../page-panels.ts';
import type { Handler } from '../router.ts';

/** Changes settings; the sample shop has none of its own. Docked panels follow how they should stand. */
export const settingsSet: Handler<'settings.set'> = async (patch) => {
  const archive = await shopArchive();
  const settings = await archive.changeSettings((known) => patched(known, patch));
  if (patch.panel !== undefined) await tellPanels(settings.panel);
  return ok(settings);
};
