import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Whether a page's frames of other origins may keep data. Chrome allows it out of the box; Debian's
 * Chromium and careful sellers don't, and then a docked panel has no storage of its own.
 */
export type ThirdPartyStorage = 'allowed' | 'blocked';

/** Chromium's names for the two settings. */
const COOKIE_CONTROLS = { allowed: 0, blocked: 1 } as const;

/** A browser profile on disk; `discard` removes it if it was made for one run only. */
export interface Profile {
  readonly path: string;
  readonly discard: () => void;
}

/**
 * Prepares a profile with its cookie setting: the folder given, or a passing one. A profile that was
 * in use before keeps the setting it has.
 */
export function prepareProfile(folder: string | undefined, storage: ThirdPartyStorage): Profile {
  const path = folder ?? mkdtempSync(join(tmpdir(), 'live-diagnosis-'));
  const preferences = join(path, 'Default', 'Preferences');
  if (!existsSync(preferences)) {
    mkdirSync(join(path, 'Default'), { recursive: true });
    const profile = {
      cookie_controls_mode: COOKIE_CONTROLS[storage],
      block_third_party_cookies: storage === 'blocked',
    };
    writeFileSync(preferences, JSON.stringify({ profile }));
  }
  return { path, discard: () => (folder === undefined ? remove(path) : undefined) };
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
