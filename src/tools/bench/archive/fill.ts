import type { Page } from 'playwright-core';
import { emptyRaw } from '../../../e2e/raw-archive.ts';
import type { Session } from '../../../metrics/session.ts';
import { now } from '../../../platform/current-time.ts';
import type { BuiltExtension } from '../built-extension.ts';
import { isWholeLive, look, type MarkedLive } from '../open/marks.ts';
import { open } from '../open/openings.ts';
import { signInToDemo } from '../open/ready.ts';
import { watchScript } from '../open/watch.ts';
import { archiveRecords, type ShopOfYears } from './shop-of-years.ts';
import { stopwatchScript } from './stopwatch.ts';

/** LIVEs that go into the archive at once. */
const AT_ONCE = 250;

/** An archive that holds a shop of years, in a browser of its own. */
export interface FilledArchive {
  readonly extension: BuiltExtension;
  readonly shop: ShopOfYears;
}

/**
 * Signs in, lets the panel open once so that the archive is made, and fills it. The panels of this browser
 * are timed from then on.
 */
export async function fillArchive(
  extension: BuiltExtension,
  shop: ShopOfYears,
): Promise<FilledArchive> {
  const { context } = extension;
  const lives = [shop.first, shop.second];
  await context.addInitScript({ content: watchScript(lives, { look, isWhole: isWholeLive }) });
  await context.addInitScript({ content: stopwatchScript() });
  const page = context.pages()[0] ?? (await context.newPage());
  await signInToDemo(page, shop.first);
  await openPanel(extension, shop.first);
  await page.goto(extension.address('manifest.json'));
  await emptyRaw(page, 'shop', ['rooms', 'details', 'answers', 'revisions', 'findable']);
  for (let from = 0; from < shop.sessions.length; from += AT_ONCE) {
    const some = shop.sessions.slice(from, from + AT_ONCE);
    await putMany(page, archiveRecords(some.map(readJustNow)));
  }
  return { extension, shop };
}

/** Opens the panel once and closes it. */
async function openPanel({ context, panel }: BuiltExtension, live: MarkedLive): Promise<void> {
  const page = await context.newPage();
  await open(page, `${panel}?room=${live.id}`, live);
  await page.close();
}

/** What was read just now isn't asked for again. */
function readJustNow(session: Session): Session {
  const { figures } = session.origins;
  if (figures === undefined || session.timeline === undefined) return session;
  return { ...session, origins: { ...session.origins, figures: { ...figures, at: now() } } };
}

/** Puts records into the seller's own archive. As text: handed over one by one, thousands take minutes. */
function putMany(page: Page, stores: Readonly<Record<string, readonly object[]>>): Promise<void> {
  return page.evaluate(async (text) => {
    const records: Record<string, object[]> = JSON.parse(text);
    const opening = indexedDB.open('live-diagnosis-shop');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const transaction = database.transaction(Object.keys(records), 'readwrite');
    for (const [store, all] of Object.entries(records)) {
      for (const one of all) transaction.objectStore(store).put(one);
    }
    await new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error);
    });
    database.close();
  }, JSON.stringify(stores));
}
