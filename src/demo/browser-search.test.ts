import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser, isUsable } from './browser-search.ts';

const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

describe('the search for a browser', () => {
  it('takes what CHROMIUM_PATH names before anything else', () => {
    const path = program('own', '#!/bin/sh\n');
    expect(findBrowser({ CHROMIUM_PATH: path })).toEqual({ name: 'CHROMIUM_PATH', path });
  });

  it('says so when CHROMIUM_PATH names nothing', () => {
    const path = join(folder, 'nowhere');
    expect(() => findBrowser({ CHROMIUM_PATH: path })).toThrow(path);
  });
});

describe.skipIf(process.platform === 'win32')('an installed browser', () => {
  it('is used from the version on that the manifest asks for', () => {
    expect(isUsable(program('new', '#!/bin/sh\necho "Chromium 156.0.8078.79"\n'))).toBe(true);
    expect(isUsable(program('old', '#!/bin/sh\necho "Chromium 120.0.6099.224"\n'))).toBe(false);
  });

  it('is passed over when it is a script that only points to a snap, or does not run', () => {
    expect(isUsable(program('snapped', '#!/bin/sh\nexec /snap/bin/chromium 156.0.0.0\n'))).toBe(
      false,
    );
    expect(isUsable(program('broken', '#!/bin/sh\nexit 1\n'))).toBe(false);
  });
});
