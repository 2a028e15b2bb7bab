import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Whether a page's frames of other origins may keep data. Chrome allows it out of the box; Debian's
 * Chromium and careful sellers don't, and then a docked panel has no storage of its own.
 */
export type ThirdPartyStorage = 'allowed' | 'blocked';

/** Chromium's names for the two settings. */
const COOKIE_CONTROLS = { allowed: 0, blocked: 1 } as const;

/** A browser profile on disk; `discard` removes it if it was made for one run only. */
export interface DemoProfile {
  readonly path: string;
  readonly discard: () => void;
}

/**
 * What the seller once allowed an extension of this folder: the browser then grants it without its
 * own question, which no test can answer, as soon as the extension asks for it.
 */
export interface Allowed {
  readonly extension: string;
  /** Names of optional permissions, as in the manifest. */
  readonly permissions?: readonly string[];
  /** Patterns of hosts, as in the manifest. */
  readonly hosts?: readonly string[];
}

/**
 * Prepares a profile with its cookie setting: the folder given, or a passing one. A profile that was
 * in use before keeps the setting it has.
 */
export function prepareProfile(
  folder: string | undefined,
  storage: ThirdPartyStorage,
  allowed?: Allowed,
): DemoProfile {
  const path = folder ?? mkdtempSync(join(tmpdir(), 'live-diagnosis-'));
  const preferences = join(path, 'Default', 'Preferences');
  if (!existsSync(preferences)) {
    mkdirSync(join(path, 'Default'), { recursive: true });
    const profile = {
      cookie_controls_mode: COOKIE_CONTROLS[storage],
      block_third_party_cookies: storage === 'blocked',
    };
    const extensions = allowed === undefined ? {} : { settings: settingsOf(allowed) };
    writeFileSync(preferences, JSON.stringify({ profile, extensions }));
  }
  return { path, discard: () => (folder === undefined ? remove(path) : undefined) };
}

/** How Chromium notes what an extension was once allowed beyond what it asks for at first. */
function settingsOf({ extension, permissions = [], hosts = [] }: Allowed): object {
  const runtime_granted_permissions = {
    api: permissions,
    explicit_host: hosts,
    manifest_permissions: [],
    scriptable_host: [],
  };
  return { [extensionId(extension)]: { runtime_granted_permissions } };
}

/** Chromium names an unpacked extension by its folder: the path's SHA-256, 0 to f written as a to p. */
export function extensionId(folder: string): string {
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** A browser that is just ending may still write; each try deletes anew what appeared meanwhile. */
const TRIES = 8;

function remove(path: string): void {
  for (let tried = 1; ; tried++) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 2, retryDelay: 100 });
      return;
    } catch (error) {
      if (tried < TRIES) continue;
      console.warn(`The passing profile ${path} could not be removed.`, error);
      return;
    }
  }
}
