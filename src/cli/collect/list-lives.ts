import type { RoomId } from '../../metrics/ids.ts';
import { now as currentTime } from '../../platform/current-time.ts';
import { listEndpoint, shopPath } from '../../sources/open-api/endpoints.ts';
import type { LiveAnswers } from '../../sources/open-api/live-answers.ts';
import { readListPage } from '../../sources/open-api/read-live.ts';
import type { ApiRefusal, OpenApiClient } from './open-api-client.ts';

type ListedLives = { readonly ok: true; readonly lives: readonly LiveAnswers[] } | ApiRefusal;

/** A list is read so often at most. */
const MOST_PASSES = 2;
const MOST_PAGES = 1000;

/**
 * Asks for the LIVEs of some days, all pages. They come by GMV, so that one on air may rise to an earlier page
 * while the pages are read: others slip to a later page and come twice, and the one that rose not at all.
 * Each stands once, as it was answered last, and a list that holds fewer than it says is read again.
 */
export async function listLives(
  client: OpenApiClient,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ListedLives> {
  const lives = new Map<RoomId, LiveAnswers>();
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let [total, unread] = [0, 0];
    let token = '';
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const answer = await client.ask(shopPath(listEndpoint), {
        start_date_ge: from,
        end_date_lt: to,
        page_size: '100',
        currency: 'LOCAL',
        account_type: 'ALL',
        ...(token === '' ? {} : { page_token: token }),
      });
      if (!answer.ok) return answer;
      const at = currentTime();
      const page = readListPage(answer.data);
      for (const { id, row } of page.rows) {
        const list = { data: row, at, availableTo: page.availableTo };
        lives.set(id, { version: 1, id, list, refused: {} });
      }
      total = page.total ?? 0;
      unread += page.unread;
      if (page.next === undefined || page.next === '' || page.next === token) break;
      token = page.next;
    }
    if (lives.size + unread >= total) break;
  }
  return { ok: true, lives: [...lives.values()] };
}
