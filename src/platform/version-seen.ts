import * as v from 'valibot';
import { browser } from './browser.ts';
import { VERSION_SEEN_KEY, VersionSchema } from './versions.ts';

const read = (stored: unknown): string | undefined => {
  const version = v.safeParse(VersionSchema, stored);
  return version.success ? version.output : undefined;
};

/** The version that runs. */
export const ownVersion = (): string => browser.runtime.getManifest().version;

/** The version whose news the seller has seen; undefined where none is kept. Beside the archives, as it is of this browser. */
export async function versionSeen(): Promise<string | undefined> {
  const stored = await browser.storage.local.get(VERSION_SEEN_KEY).catch(() => undefined);
  return read(stored?.[VERSION_SEEN_KEY]);
}

/** Keeps which version's news the seller has seen. Rejects where nothing can be kept. */
export async function keepVersionSeen(version: string): Promise<void> {
  await browser.storage.local.set({ [VERSION_SEEN_KEY]: version });
}

/** Hears of each change from now on, whichever page it was made on. */
export function hearVersionSeen(hear: (version: string | undefined) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[VERSION_SEEN_KEY];
    if (area === 'local' && change !== undefined) hear(read(change.newValue));
  });
}
