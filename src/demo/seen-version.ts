import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import * as v from 'valibot';
import { VERSION_SEEN_KEY, VersionSchema } from '../platform/versions.ts';
import { extensionId } from './profile.ts';

/**
 * Has a profile remember that its seller has seen the version of an extension that lies in a folder, as if it had opened
 * its first steps and told its news before: Chromium keeps an extension's storage.local as JSON in a LevelDB of its own.
 * A profile in which the extension has run stays as it is.
 */
export async function rememberVersionSeen(profile: string, extension: string): Promise<void> {
  const store = join(profile, 'Default', 'Local Extension Settings', extensionId(extension));
  if (existsSync(store)) return;
  const manifest: unknown = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const { version } = v.parse(v.object({ version: VersionSchema }), manifest);
  mkdirSync(store, { recursive: true });
  const database = new ClassicLevel(store);
  try {
    await database.put(VERSION_SEEN_KEY, JSON.stringify(version));
  } finally {
    await database.close();
  }
}
