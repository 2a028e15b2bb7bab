import type { manifestWithHosts } from '../manifest-hosts.ts';

/** The name of the extension in Firefox and in its store; another one would be another extension, with data of its own. */
const ID = '{2aed8796-f009-423c-8536-a0f479b04376}';

/** The oldest Firefox in which the extension was seen to work. */
export const OLDEST_FIREFOX = '153.0';

/**
 * The manifest for Firefox, from the one that ships elsewhere: here stands all in which they differ. Firefox has an event
 * page of scripts in place of a service worker, names the extension by an id of its own, wants to be told which data it
 * sends (none), and knows no addresses of files for one time only.
 */
export function firefoxManifest({
  minimum_chrome_version: _chrome,
  background: _worker,
  web_accessible_resources: accessible,
  ...shared
}: ReturnType<typeof manifestWithHosts>) {
  return {
    ...shared,
    background: { scripts: ['src/background/firefox/event-page.ts'], type: 'module' as const },
    web_accessible_resources: accessible.map(({ resources, matches }) => ({ resources, matches })),
    browser_specific_settings: {
      gecko: {
        id: ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ['none' as const] },
      },
    },
  };
}
