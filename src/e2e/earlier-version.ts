import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsOf, storesOf } from '../archive/released/released.fixture.ts';
import { findBrowser, launch } from '../demo/browser.ts';
import { extensionId } from '../demo/profile.ts';
import { testExtension } from './test-build.ts';

/** An install of an earlier version of the extension, in a profile and a folder of its own. */
export interface EarlierVersion {
  /** What {@link raise} takes to start the browser with it. */
  readonly installed: { readonly extension: string; readonly profile: string };
  /** Puts today's build in its place; the next browser with the same profile runs that. */
  readonly update: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Installs the data of an earlier version: an extension of one blank page stands in for its code, and
 * writes a database as that version left it. `spoiltBy` adds a store to it that a later migration makes
 * as well, so that this migration fails.
 */
export async function installEarlier(
  version: number,
  { spoiltBy }: { readonly spoiltBy?: string } = {},
): Promise<EarlierVersion> {
  const folder = await mkdtemp(join(tmpdir(), 'live-diagnosis-earlier-'));
  const [extension, profile] = [join(folder, 'extension'), join(folder, 'profile')];
  await mkdir(extension);
  const manifest = { manifest_version: 3, name: 'LIVE Diagnosis', version: '0.0.1' };
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(extension, 'blank.html'), '<!doctype html>');
  await writeData(extension, profile, version, spoiltBy);
  return {
    installed: { extension, profile },
    update: async () => {
      await rm(extension, { recursive: true });
      await cp(testExtension, extension, { recursive: true });
    },
    discard: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

async function writeData(
  extension: string,
  profile: string,
  version: number,
  spoiltBy: string | undefined,
): Promise<void> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  const nowhere = 'MAP * ~NOTFOUND';
  const context = await launch({
    browser,
    extension,
    profile,
    hostRules: nowhere,
    headless: true,
    isNew: true,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`chrome-extension://${extensionId(extension)}/blank.html`);
    await page.evaluate(
      ({ name, at, stores, records, spoilt }) =>
        new Promise<void>((done, failed) => {
          const opening = indexedDB.open(name, at);
          opening.onupgradeneeded = () => {
            for (const { name: store, keyPath, autoIncrement, index } of stores) {
              const made = opening.result.createObjectStore(store, {
                ...(keyPath === undefined ? {} : { keyPath }),
                ...(autoIncrement === undefined ? {} : { autoIncrement }),
              });
              if (index !== undefined) made.createIndex(index.name, index.keyPath);
            }
            if (spoilt !== undefined) opening.result.createObjectStore(spoilt);
          };
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction(Object.keys(records), 'readwrite');
            for (const [store, all] of Object.entries(records)) {
              const shelf = writing.objectStore(store);
              const inline = shelf.keyPath !== null;
              for (const { key, value } of all) shelf.put(value, inline ? undefined : key);
            }
            writing.oncomplete = () => {
              opening.result.close();
              done();
            };
            writing.onabort = () => failed(writing.error);
          };
        }),
      {
        name: 'live-diagnosis-shop',
        at: version,
        stores: storesOf(version),
        records: recordsOf(version),
        spoilt: spoiltBy,
      },
    );
  } finally {
    await context.close();
  }
}
