import { browser } from '../../platform/browser.ts';
import type { PlayTrouble } from './trouble.ts';

/** As the manifest's optional permissions name a host. */
const patternOf = (host: string): string => `https://${host}/*`;

/** Tells why hosts of a recording can't be reached; every other trouble is what it is. */
export async function whyUnreached(trouble: PlayTrouble): Promise<PlayTrouble> {
  if (trouble.kind === 'encrypted' || trouble.kind === 'not-allowed') return trouble;
  if (!navigator.onLine) return { kind: 'offline' };
  if (trouble.kind !== 'unreached') return trouble;
  const checked = await Promise.all(
    trouble.hosts.map(async (host) => ({
      host,
      closed: !(await mayRead(host)) && (await answers(host)),
    })),
  );
  const hosts = checked.filter(({ closed }) => closed).map(({ host }) => host);
  return hosts.length === 0 ? trouble : { kind: 'not-allowed', hosts };
}

/** Asks the browser's own question; only inside a press. False when it was refused. */
export async function askToRead(hosts: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: hosts.map(patternOf) });
  } catch {
    return false;
  }
}

async function mayRead(host: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [patternOf(host)] });
  } catch {
    return false;
  }
}

/** Whether anything answers there: what it says may not be read. */
async function answers(host: string): Promise<boolean> {
  try {
    await fetch(`https://${host}/`, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
    });
    return true;
  } catch {
    return false;
  }
}
