import * as v from 'valibot';
import { UpgradeSchema } from '../../metrics/snapshot.ts';
import { now } from '../../platform/current-time.ts';

/** Where the settings store keeps what an upgrade changed, until the seller has read it. */
export const UPGRADE_KEY = 'upgrade';

/**
 * Notes within an upgrade's transaction that the data were brought from one version to another. Of an
 * upgrade that the seller hasn't read of yet the earlier start stays. Where no LIVE is kept nothing
 * changed for anyone, and nothing is noted.
 */
export async function noteUpgrade(
  transaction: IDBTransaction,
  from: number,
  to: number,
): Promise<void> {
  if ((await answerOf(transaction.objectStore('rooms').count())) === 0) return;
  const store = transaction.objectStore('settings');
  const unread = v.safeParse(UpgradeSchema, await answerOf(store.get(UPGRADE_KEY)));
  const start = unread.success ? Math.min(unread.output.from, from) : from;
  await answerOf(store.put({ from: start, to, at: now() }, UPGRADE_KEY));
}

/** What a request of the transaction answers. */
function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
