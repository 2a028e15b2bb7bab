import { currencyOf } from '../../../diagnosis/currency.ts';
import { basisOf, isMoneyMetric, metric } from '../../../metrics/catalogue.ts';
import { completeSession } from '../../../metrics/complete/complete-session.ts';
import type { BenchmarkRoom } from '../../../metrics/feed/category-slice.ts';
import { moneyOf, numberOf } from '../../../metrics/figure.ts';
import { lengthOf } from '../../../metrics/live/length.ts';
import { salesBasisOf } from '../../../metrics/sales-basis.ts';
import type { Session } from '../../../metrics/session.ts';
import { unixSeconds } from '../../../metrics/time.ts';
import { isSafeAddress } from '../../../sources/feed/address.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { hasMarkup, plainLine } from '../../../sources/feed/plain-text.ts';
import { isPlausible } from '../../../sources/feed/plausible.ts';
import { feedMetrics } from '../lives/row.ts';
import { publishedClips } from './clips.ts';
import { toDigits } from './digits.ts';

/** A LIVE as a benchmark that is named; undefined when it is not known when it ran. */
export function benchmarkRoom(session: Session, till: number): BenchmarkRoom | undefined {
  const { room } = session;
  const length = lengthOf(room);
  if (room.startedAt === undefined || length === undefined) return undefined;
  const startedAt = unixSeconds(Math.round(room.startedAt));
  const currency = currencyOf(session);
  const title = lineWithin(room.title, limits.title);
  const creator = lineWithin(room.creator?.handle ?? room.creator?.name, limits.creator);
  const cover = room.coverUrl;
  const hasCover = cover !== undefined && cover.length <= limits.address && isSafeAddress(cover);
  return {
    room: room.id,
    ...(creator === undefined ? {} : { creator }),
    ...(title === undefined ? {} : { title }),
    ...(hasCover ? { coverUrl: cover } : {}),
    startedAt,
    endedAt: unixSeconds(startedAt + Math.round(length)),
    ...(currency === undefined ? {} : { currency }),
    figures: figuresOf(session, currency),
    clips: [...publishedClips(session, till)],
  };
}

/** What compares with other LIVEs; totals are the shop's own business. */
const shownMetrics = feedMetrics.filter((id) => metric(id).comparable);

function figuresOf(session: Session, currency: string | undefined): Record<string, number> {
  const { figures } = completeSession(session);
  const basis = salesBasisOf(session.figures);
  return Object.fromEntries(
    shownMetrics.flatMap((id) => {
      const own = basisOf(id);
      if (own !== undefined && own !== basis) return [];
      const value = numberOf(figures, id);
      if (value === undefined || !isPlausible(id, value)) return [];
      if (isMoneyMetric(id) && moneyOf(figures, id)?.currency !== currency) return [];
      return [[id, toDigits(value, 6)]];
    }),
  );
}

/** Foreign text that a feed may hold; undefined when there is none, or it holds markup. */
function lineWithin(text: string | undefined, most: number): string | undefined {
  const line = plainLine(text ?? '');
  if (line === '' || hasMarkup(line)) return undefined;
  return line.length <= most ? line : plainLine(line.slice(0, most));
}
