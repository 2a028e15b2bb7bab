import { toMs, type UnixMs } from '../../metrics/time.ts';
import { answeredNumber } from '../../sources/open-api/api-fields.ts';
import { type Bases, BasesOfShop, type ReadLive } from '../../sources/open-api/decide-bases.ts';
import type { LiveAnswers } from '../../sources/open-api/live-answers.ts';
import { readListRow } from '../../sources/open-api/read-live.ts';
import { readMinutes } from '../../sources/open-api/read-minutes.ts';
import { gmvOfDays, officialOfDay, readOverview } from '../../sources/open-api/read-overview.ts';
import { readLiveProducts } from '../../sources/open-api/read-products.ts';
import { sessionOfLive } from '../../sources/open-api/session-of-live.ts';
import { dayIn, zoneOf } from './days-asked.ts';
import { isDone } from './kept-answers.ts';
import type { CollectedShop } from './options.ts';

/** A shop's LIVEs, read, and what names stand for over all of them. */
interface ReadShop {
  readonly lives: readonly { readonly answers: LiveAnswers; readonly live: ReadLive }[];
  readonly bases: Bases;
}

/** Reads all that was answered of a shop's LIVEs; those that are final decide what names stand for. */
export function readShop(all: readonly LiveAnswers[], shop: CollectedShop): ReadShop {
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
  return { lives, bases: bases.decide() };
}

/**
 * The lines of a shop's session file, by start and id.
 * @param simulated true where it wasn't TikTok that answered
 */
export function sessionLines(
  { lives, bases }: ReadShop,
  shop: CollectedShop,
  simulated: boolean,
): readonly string[] {
  return [...lives]
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
      const { session, official } = sessionOfLive(live, bases, about);
      const { name, category } = shop;
      return `${JSON.stringify({ session, shop: name, ...(category && { category }), official })}\n`;
    });
}

/** A shop's days as a file: what its LIVEs came to on each, as it was answered. */
export function overviewText(
  answer: { readonly data: Record<string, unknown>; readonly at: UnixMs },
  { lives, bases }: ReadShop,
  shop: CollectedShop,
  simulated: boolean,
): string {
  const days = readOverview(answer.data);
  const listed = new Map<string, number>();
  for (const { live } of lives) {
    const gmv = answeredNumber(live.listed.fields, 'gmv');
    if (gmv === undefined || live.listed.startedAt === undefined) continue;
    const day = dayIn(zoneOf(shop), toMs(live.listed.startedAt));
    listed.set(day, (listed.get(day) ?? 0) + gmv);
  }
  const gmv = gmvOfDays(days, listed, bases);
  return `${JSON.stringify({
    shop: shop.name,
    ...(shop.region && { region: shop.region }),
    ...(simulated && { simulated }),
    at: answer.at,
    days: days.map((day) => ({ from: day.from, to: day.to, official: officialOfDay(day, gmv) })),
  })}\n`;
}
