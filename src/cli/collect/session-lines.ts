import { BasesOfShop, type ReadLive } from '../../sources/open-api/decide-bases.ts';
import type { LiveAnswers } from '../../sources/open-api/live-answers.ts';
import { readListRow } from '../../sources/open-api/read-live.ts';
import { readMinutes } from '../../sources/open-api/read-minutes.ts';
import { readLiveProducts } from '../../sources/open-api/read-products.ts';
import { sessionOfLive } from '../../sources/open-api/session-of-live.ts';
import { zoneOf } from './days-asked.ts';
import { isDone } from './kept-answers.ts';
import type { CollectedShop } from './options.ts';

/**
 * The lines of a shop's session file, by start and id; what names stand for is decided over all its LIVEs first.
 * @param simulated true where it wasn't TikTok that answered
 */
export function sessionLines(
  all: readonly LiveAnswers[],
  shop: CollectedShop,
  simulated: boolean,
): readonly string[] {
  const bases = new BasesOfShop();
  const lives = all.map((answers) => {
    const live: ReadLive = {
      listed: readListRow(answers.id, answers.list.data),
      minutes: answers.minutes && readMinutes(answers.minutes.data),
      products: answers.products && readLiveProducts(answers.products.data),
    };
    if (isDone(answers, zoneOf(shop))) bases.add(live);
    return { answers, live };
  });
  const decided = bases.decide();
  return lives
    .sort(
      (a, b) =>
        (a.live.listed.startedAt ?? 0) - (b.live.listed.startedAt ?? 0) ||
        (a.answers.id < b.answers.id ? -1 : 1),
    )
    .map(({ answers: { list, minutes, products }, live }) => {
      const at = {
        list: list.at,
        ...(minutes && { minutes: minutes.at }),
        ...(products && { products: products.at }),
      };
      const about = { region: shop.region, at, simulated };
      const { session, official } = sessionOfLive(live, decided, about);
      const { name, category } = shop;
      return `${JSON.stringify({ session, shop: name, ...(category && { category }), official })}\n`;
    });
}
