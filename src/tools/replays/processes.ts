import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { quantile } from '../../diagnosis/statistics/quantile.ts';

/** What a browser's work cost. */
export interface BrowserCost {
  /** Seconds from beginning to end. */
  readonly wall: number;
  /** Seconds of one core, of all its processes. */
  readonly cpu: number;
  /** What the process of the page held, in bytes; null where /proc doesn't tell. */
  readonly held: {
    /** The most at once. */
    readonly peak: number;
    /** Usually in the second and in the last quarter of the time: as much where the memory is flat. */
    readonly second: number;
    readonly last: number;
  } | null;
}

const EVERY_MS = 250;

/** Does some work in a page of a browser, and tells what it cost. */
export async function withCost<T>(
  browser: Browser,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly cost: BrowserCost }> {
  const session = await browser.newBrowserCDPSession();
  const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const cpuOf = async (): Promise<number> =>
    (await processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const seen: number[] = [];
  const look = async (): Promise<void> => {
    const pages = (await processes()).filter(({ type }) => type === 'renderer');
    const held = await Promise.all(pages.map(({ id }) => memoryOf(id)));
    const known = held.filter((one) => one !== null);
    if (known.length > 0) seen.push(Math.max(...known));
  };
  const began = performance.now();
  const cpu = await cpuOf();
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  try {
    const result = await work();
    await look();
    const spent = (await cpuOf()) - cpu;
    return {
      result,
      cost: { wall: (performance.now() - began) / 1000, cpu: spent, held: heldOf(seen) },
    };
  } finally {
    clearInterval(timer);
  }
}

function heldOf(seen: readonly number[]): BrowserCost['held'] {
  const quarter = (place: number): number =>
    quantile(
      seen.slice(Math.floor((seen.length * place) / 4), Math.ceil((seen.length * (place + 1)) / 4)),
      0.5,
    ) ?? 0;
  return seen.length === 0
    ? null
    : { peak: Math.max(...seen), second: quarter(1), last: quarter(3) };
}

async function memoryOf(id: number): Promise<number | null> {
  try {
    const [, kilobytes] =
      /^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${id}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
