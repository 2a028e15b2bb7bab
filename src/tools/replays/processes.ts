import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/** What a browser's work cost. */
export interface BrowserCost {
  /** Seconds from beginning to end. */
  readonly wall: number;
  /** Seconds of one core, of all its processes. */
  readonly cpu: number;
  /** The most that the process of the page held at once, in bytes, and what it held at the end; null where /proc doesn't tell. */
  readonly peak: number | null;
  readonly last: number | null;
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
  let peak: number | null = null;
  let last: number | null = null;
  const look = async (): Promise<void> => {
    const pages = (await processes()).filter(({ type }) => type === 'renderer');
    const held = await Promise.all(pages.map(({ id }) => memoryOf(id)));
    last = held.reduce<number | null>(
      (most, one) => (one === null ? most : Math.max(most ?? 0, one)),
      null,
    );
    peak = last === null ? peak : Math.max(peak ?? 0, last);
  };
  const began = performance.now();
  const cpu = await cpuOf();
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  try {
    const result = await work();
    await look();
    const spent = (await cpuOf()) - cpu;
    return { result, cost: { wall: (performance.now() - began) / 1000, cpu: spent, peak, last } };
  } finally {
    clearInterval(timer);
  }
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
