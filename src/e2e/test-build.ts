import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** The extension as it ships, made by `npm run build`. */
const SHIPPED = join(ROOT, 'dist');
const SHIFTED = join(ROOT, '.cache', 'shifted-extension');
const READING = 'Date.now()';

/** How far a test run stands from the real time, in milliseconds: its Node processes are shifted by that. */
const offsetMs = Number(process.env.TEST_TIME_OFFSET_MS ?? 0);

/** The folder of the extension under test. */
export const testExtension = offsetMs === 0 ? SHIPPED : SHIFTED;

/**
 * Makes ready what is tested: the shipped extension itself, or in a run on another day a copy whose
 * time of day is shifted. The copy differs in the file that reads the time, and in that alone. Rejects
 * when nothing was built.
 */
export async function prepareExtension(): Promise<void> {
  if (!existsSync(join(SHIPPED, 'manifest.json'))) {
    throw new Error('There is no build to test: run `npm run build` first.');
  }
  if (offsetMs === 0) return;
  await rm(SHIFTED, { recursive: true, force: true });
  await cp(SHIPPED, SHIFTED, { recursive: true });
  await shiftTime(join(SHIFTED, 'assets'));
}

async function shiftTime(assets: string): Promise<void> {
  const names = (await readdir(assets)).filter((name) => /^current-time-.*\.js$/.test(name));
  const [name] = names;
  const text = name === undefined ? '' : await readFile(join(assets, name), 'utf8');
  const [before, after, ...more] = text.split(READING);
  if (names.length !== 1 || name === undefined || after === undefined || more.length > 0) {
    throw new Error('The build reads the time of day in more than one place, or in none.');
  }
  await writeFile(join(assets, name), `${before}(${READING}+${offsetMs})${after}`);
}
