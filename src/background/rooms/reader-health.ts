import { isAddress } from '../../metrics/address.ts';
import type { SessionPart } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { isAnalyticsPath } from '../../platform/analytics-path.ts';
import { browser } from '../../platform/browser.ts';
import { withLock } from '../../platform/lock.ts';
import { HEALTH_KEY, healthIn, type ReaderHealth } from '../../platform/reader-health.ts';
import type { IsoDay } from '../../sources/seller-center/available-date.ts';
import { readerFor } from '../../sources/seller-center/readers.ts';

/** Paths that are counted; a page that asks more kinds than these is none that we know. */
const MOST_PATHS = 50;
const BASE = 'https://page.invalid';

/** Notes how the last answer of an endpoint was read: nothing of its figures, only which fields are missing or new. */
export function noteRead(
  endpoint: string,
  at: UnixMs,
  parts: readonly Pick<SessionPart, 'gaps'>[],
): Promise<void> {
  const gaps = parts.flatMap((part) => part.gaps ?? []).filter((gap) => gap.endpoint === endpoint);
  const fields = (isUnknown: boolean): string[] => [
    ...new Set(
      gaps.filter(({ reason }) => (reason === 'unknown') === isUnknown).map(({ field }) => field),
    ),
  ];
  const read = { at, missing: fields(false), unknown: fields(true) };
  return change((health) => ({
    ...health,
    endpoints: { ...health.endpoints, [endpoint]: read },
  }));
}

/** Notes the day up to which Seller Center says that its figures are final. */
export function noteFinalUpTo(day: IsoDay, at: UnixMs): Promise<void> {
  return change((health) => ({ ...health, finalUpTo: { day, at } }));
}

/** Counts an answer that no reader knows, by its path; one that isn't about LIVEs isn't counted. */
export async function noteUnread(address: string): Promise<void> {
  if (!isAddress(address, BASE)) return;
  const { pathname } = new URL(address, BASE);
  if (!isAnalyticsPath(pathname) || readerFor(pathname) !== undefined) return;
  const path = pathname.replace(/\/\d{6,}(?=\/|$)/g, '/…');
  await change((health) => {
    const known = health.unread[path];
    if (known === undefined && Object.keys(health.unread).length >= MOST_PATHS) return health;
    return { ...health, unread: { ...health.unread, [path]: (known ?? 0) + 1 } };
  });
}

function change(next: (health: ReaderHealth) => ReaderHealth): Promise<void> {
  return withLock('live-diagnosis-reader-health', async () => {
    const stored = await browser.storage.local.get(HEALTH_KEY);
    await browser.storage.local.set({ [HEALTH_KEY]: next(healthIn(stored[HEALTH_KEY])) });
  });
}
