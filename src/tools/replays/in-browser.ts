import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../demo/browser.ts';
import type { RecordingMeasures, SamplingPlan } from '../../metrics/recording/measures.ts';
import { BUILD } from '../bench/built-extension.ts';
import { hostFiles } from './hosted.ts';
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
 */
export async function withBrowser<T>(work: (measure: MeasureStream) => Promise<T>): Promise<T> {
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
        return await measured(browser, hosted.origin, thread, plan);
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

async function measured(
  browser: Browser,
  origin: string,
  thread: string,
  plan: SamplingPlan,
): Promise<MeasuredStream> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.goto(origin);
  const task = {
    room: ROOM,
    from: { kind: 'address', url: `${origin}/stream/replay.m3u8` },
    plan,
    at: 0,
  };
  const { result, cost } = await withCost(browser, () =>
    page.evaluate(
      ({ thread, task }) =>
        new Promise<RecordingMeasures>((done, failed) => {
          const worker = new Worker(thread, { type: 'module' });
          worker.onerror = ({ message }) => failed(new Error(message));
          worker.onmessage = ({ data }) => {
            if (data.kind === 'surveyed') worker.postMessage({ kind: 'run' });
            if (data.kind === 'failed') failed(new Error(JSON.stringify(data.trouble)));
            if (data.kind === 'measured' && data.measures.complete) done(data.measures);
          };
          worker.postMessage({ kind: 'open', task });
        }),
      { thread, task },
    ),
  );
  return { measures: result, cost };
}
