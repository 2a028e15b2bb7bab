import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import * as v from 'valibot';
import { findBrowser } from '../../demo/browser.ts';
import {
  type RecordingMeasures,
  RecordingMeasuresSchema,
  type SamplingPlan,
} from '../../metrics/recording/measures.ts';
import { BUILD } from '../bench/built-extension.ts';
import { collectGarbage } from './garbage.ts';
import { type Hosted, hostFiles } from './hosted.ts';
import { type BrowserCost, withCost } from './processes.ts';

/** What the panel's own thread measured of a stream, and what that cost. */
export interface MeasuredStream {
  readonly measures: RecordingMeasures;
  readonly cost: BrowserCost;
}

/** Measures a stream that lies in a folder by a plan. */
export type MeasureStream = (folder: string, plan: SamplingPlan) => Promise<MeasuredStream>;

const ROOM = '7649951805363391253';

/**
 * Does `work` with a real browser that measures streams as the panel does: by the thread of the last build,
 * each stream in a page and a browser of its own. Rejects with a sentence where there is no build or browser.
 *
 * @param isCollected whether garbage is collected all along, so that what a process holds is what it keeps
 */
export async function withBrowser<T>(
  work: (measure: MeasureStream) => Promise<T>,
  { isCollected = false } = {},
): Promise<T> {
  const found = findBrowser();
  if (found === undefined) throw new Error('No Chromium found: `npm start` installs one.');
  const thread = await threadOf(BUILD);
  let stream = '';
  const hosted = await hostFiles({ build: BUILD, stream: () => stream });
  try {
    return await work(async (folder, plan) => {
      stream = folder;
      const browser = await chromium.launch({
        executablePath: found.path,
        chromiumSandbox: process.platform !== 'linux',
        args: ['--ignore-certificate-errors', '--disable-gpu'],
      });
      try {
        return await measured(browser, hosted, { thread, plan, isCollected });
      } finally {
        await browser.close();
      }
    });
  } finally {
    await hosted.close();
  }
}

/** The path of the built thread that measures. */
async function threadOf(build: string): Promise<string> {
  const names = await readdir(join(build, 'assets')).catch(() => []);
  const name = names.find((one) => /^measuring\.worker-.*\.js$/.test(one));
  if (name === undefined)
    throw new Error('There is no build to measure with: run `npm run build` first.');
  return `/assets/${name}`;
}

const ToldSchema = v.union([
  v.object({ measures: RecordingMeasuresSchema }),
  v.object({ trouble: v.unknown() }),
]);

interface Asked {
  readonly thread: string;
  readonly plan: SamplingPlan;
  readonly isCollected: boolean;
}

async function measured(
  browser: Browser,
  hosted: Hosted,
  { thread, plan, isCollected }: Asked,
): Promise<MeasuredStream> {
  const url = `${hosted.origin}/stream/replay.m3u8`;
  const task = JSON.stringify({ room: ROOM, from: { kind: 'address', url }, plan, at: 0 });
  const page = `${hosted.origin}/?${new URLSearchParams({ thread, task })}`;
  const session = await browser.newBrowserCDPSession();
  const crashed = new Promise<never>((_, failed) => {
    session.on('Target.targetCrashed', () => failed(new Error('The page that measures crashed.')));
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  const { result, cost } = await withCost(browser, async () => {
    const told = hosted.told();
    const { targetId } = await session.send('Target.createTarget', { url: page });
    const stop = isCollected ? await collectGarbage(session, targetId) : undefined;
    try {
      return v.parse(ToldSchema, await Promise.race([told, crashed]));
    } finally {
      stop?.();
    }
  });
  if (!('measures' in result)) throw new Error(JSON.stringify(result.trouble));
  return { measures: result.measures, cost };
}
