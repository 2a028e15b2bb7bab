import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionId, prepareProfile } from './profile.ts';

const setting = (path: string): unknown =>
  JSON.parse(readFileSync(join(path, 'Default', 'Preferences'), 'utf8'));

describe('a browser profile', () => {
  it('is made for one run with its cookie setting, and discarded', () => {
    const profile = prepareProfile(undefined, 'blocked');
    expect(setting(profile.path)).toMatchObject({ profile: { cookie_controls_mode: 1 } });
    profile.discard();
    expect(existsSync(profile.path)).toBe(false);
  });

  it('remembers what the extension was allowed, by the name the browser gives it', () => {
    const profile = prepareProfile(undefined, 'allowed', {
      extension: '/tmp/extension',
      permissions: ['notifications'],
      hosts: ['https://feed.example/*'],
    });
    const id = extensionId('/tmp/extension');
    expect(id).toMatch(/^[a-p]{32}$/);
    expect(setting(profile.path)).toMatchObject({
      extensions: {
        settings: {
          [id]: {
            runtime_granted_permissions: {
              api: ['notifications'],
              explicit_host: ['https://feed.example/*'],
            },
          },
        },
      },
    });
    profile.discard();
  });

  it('is kept with what it holds when a folder was given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-test-'));
    prepareProfile(folder, 'allowed').discard();
    prepareProfile(folder, 'blocked').discard();
    expect(setting(folder)).toMatchObject({ profile: { cookie_controls_mode: 0 } });
    rmSync(folder, { recursive: true });
  });
});
