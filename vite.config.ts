import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import { firefoxManifest, OLDEST_FIREFOX } from './src/platform/firefox/manifest.ts';
import { manifestWithHosts } from './src/platform/manifest-hosts.ts';
import { atNeedFile } from './src/tools/build/at-need-file.ts';
import { type BuiltFor, buildFolders, builtFor } from './src/tools/build/browsers.ts';
import { bundledLicences } from './src/tools/build/bundled-licences.ts';
import { panelFiles } from './src/tools/build/panel-files.ts';

/** Tests of rooms that keep no state: whatever stands before them, they end the same. */
const pure = ['metrics', 'diagnosis', 'sources', 'cli', 'demo', 'tools/bench'].map(
  (room) => `src/${room}/**/*.test.ts`,
);

/** The same of tests that store: each file of them begins with databases of its own. */
const stores = ['src/archive/**/*.test.ts'];

/** The same of tests that may use a document. */
const pages = ['panel', 'options', 'first-steps'].map((room) => `src/${room}/**/*.test.{ts,tsx}`);

const testing = process.env.VITEST !== undefined;

/** A browser parses all messages at each start, so they ship without blanks and without what is said to translators. */
const compactMessages = (folder: string): Plugin => ({
  name: 'compact-messages',
  closeBundle() {
    for (const locale of readdirSync(`${folder}/_locales`)) {
      const file = `${folder}/_locales/${locale}/messages.json`;
      const shipped = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        JSON.stringify(
          JSON.parse(shipped, (key, value) => (key === 'description' ? undefined : value)),
        ),
      );
    }
  },
});

const licences = bundledLicences();

/** Firefox needs no polyfill; what its docked panels lack is made up for in one file. */
const firefoxApi: Plugin = {
  name: 'firefox-api',
  enforce: 'pre',
  resolveId: (source) =>
    source === 'webextension-polyfill'
      ? join(import.meta.dirname, 'src/platform/firefox/extension-api.ts')
      : null,
};

const whole = manifestWithHosts(manifest);
const extensions = {
  chromium: { manifest: whole },
  firefox: { manifest: firefoxManifest(whole), browser: 'firefox' },
} satisfies Record<BuiltFor, Parameters<typeof crx>[0]>;
const targets = {
  chromium: 'chrome148',
  firefox: `firefox${Number.parseInt(OLDEST_FIREFOX, 10)}`,
} satisfies Record<BuiltFor, string>;

export default defineConfig(({ mode }) => {
  const browser = builtFor(mode);
  const folder = buildFolders[browser];
  return {
    plugins: testing
      ? []
      : [
          ...(browser === 'firefox' ? [firefoxApi] : []),
          atNeedFile(import.meta.dirname),
          crx(extensions[browser]),
          compactMessages(folder),
          licences.main,
        ],
    worker: { plugins: () => (testing ? [] : [licences.worker()]) },
    build: {
      outDir: folder,
      target: targets[browser],
      modulePreload: {
        polyfill: false,
        // The page names its scripts itself. What comes later is asked for at once with its styles, not after them.
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? [] : files),
      },
      sourcemap: false,
      // The one large chunk is hls.js, loaded with the first replay that is played.
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        input: {
          panel: 'src/panel/panel.html',
          'first-steps': 'src/first-steps/first-steps.html',
          ...(browser === 'firefox' ? { allow: 'src/options/allow/allow.html' } : {}),
        },
        output: {
          // Kept apart from the rest, so that a test can set the day by changing this file alone.
          codeSplitting: {
            groups: [
              { name: 'current-time', test: /platform\/current-time\.ts$/, priority: 99 },
              ...panelFiles(join(import.meta.dirname, 'src')),
            ],
          },
        },
      },
    },
    test: {
      // Properties draw many cases, and a busy machine is slow.
      testTimeout: 60_000,
      pool: 'threads',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
            exclude: ['src/e2e/**', ...pure, ...stores, ...pages],
          },
        },
        {
          extends: true,
          // These change nothing outside of themselves, so that they share what they import.
          test: { name: 'pure', include: pure, isolate: false },
        },
        {
          extends: true,
          test: {
            name: 'stores',
            include: stores,
            isolate: false,
            setupFiles: 'src/archive/fresh-databases.setup.ts',
          },
        },
        { extends: true, test: { name: 'pages', include: pages, isolate: false } },
      ],
    },
  };
});
