import { ok } from '../../metrics/fault.ts';
import { patched, type SettingsPatch } from '../../platform/settings.ts';
import type { settingsVerbs } from '../../platform/verbs/settings.ts';
import { shopArchive } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { remind } from '../reminders/reminders.ts';
import { forgetVerdicts } from '../tabs/kept-verdicts.ts';
import { tellPanels } from '../tabs/page-panels.ts';
import { tellPills } from '../tabs/pills.ts';

/** Choices that no verdict rests on. */
const besideVerdicts: ReadonlySet<string> = new Set<keyof SettingsPatch>(['panels', 'singleKeys']);

/** Answers the verbs of `platform/verbs/settings.ts`. */
export const settingsHandlers: HandlersOf<typeof settingsVerbs> = {
  /**
   * Changes settings; the sample shop has none of its own. Docked panels follow how they should
   * stand, and the sample shop's reminders come and go with it. What was worked out of LIVEs may be
   * different by every other choice.
   */
  'settings.set': async (patch) => {
    const archive = await shopArchive();
    const settings = await archive.changeSettings((known) => patched(known, patch));
    if (patch.panels !== undefined) await tellPanels(settings.panels);
    if (patch.sample !== undefined) await remind();
    if (Object.keys(patch).some((key) => !besideVerdicts.has(key))) {
      await forgetVerdicts();
      await tellPills();
    }
    return ok(settings);
  },
};
