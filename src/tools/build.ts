import { resolve } from 'node:path';
import { build } from 'vite';
import { type BuiltFor, buildFolders, modeFor } from './build/browsers.ts';
import { askedOf } from './command-line.ts';

/** The command behind `npm run build`. */
const HELP = `npm run build [-- --browser firefox]
Builds the extension as it ships: into dist/ for Chrome, Edge and other Chromium, into dist-firefox/ for Firefox.`;

const options = { browser: { type: 'string', default: 'chromium' } } as const;
const { values } = askedOf(HELP, { options });
const isBuiltFor = (name: string): name is BuiltFor => Object.hasOwn(buildFolders, name);
const { browser } = values;
if (isBuiltFor(browser)) {
  await build({ root: resolve(import.meta.dirname, '../..'), mode: modeFor(browser) });
} else {
  console.error(
    `There is no build for ${browser}, only for ${Object.keys(buildFolders).join(', ')}.`,
  );
  process.exitCode = 2;
}
