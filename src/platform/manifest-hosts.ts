import type manifest from '../../manifest.json';
import { hostPatterns } from './hosts.ts';

/** The manifest as it ships: everywhere that names pages names the supported hosts. */
export function manifestWithHosts(written: typeof manifest) {
  const matches = [...hostPatterns];
  return {
    ...written,
    host_permissions: matches,
    content_scripts: written.content_scripts.map((script) => ({ ...script, matches })),
    web_accessible_resources: written.web_accessible_resources.map((accessible) => ({
      ...accessible,
      matches,
    })),
  };
}
