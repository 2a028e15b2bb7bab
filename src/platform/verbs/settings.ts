import { type Settings, SettingsPatchSchema } from '../settings.ts';
import { defineVerb, reply } from './define-verb.ts';

/** What the seller has chosen. */
export const settingsVerbs = {
  /** Changes settings; answered with all of them. */
  'settings.set': defineVerb({
    from: 'panel',
    request: SettingsPatchSchema,
    reply: reply<Settings>(),
    idempotent: true,
  }),
};
