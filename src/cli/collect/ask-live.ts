import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import { now as currentTime } from '../../platform/current-time.ts';
import { livePath, minutesEndpoint, productsEndpoint } from '../../sources/open-api/endpoints.ts';
import type { LiveAnswers } from '../../sources/open-api/live-answers.ts';
import { readListRow } from '../../sources/open-api/read-live.ts';
import { isPartDone, type LivePart } from './kept-answers.ts';
import type { ApiAsked, ApiRefusal, OpenApiClient } from './open-api-client.ts';

/** What the questions about a LIVE came to. */
interface AskedLive {
  readonly answers: LiveAnswers;
  /** A refusal with which every other question of the shop would meet too. */
  readonly ends: ApiRefusal | undefined;
}

/** Refusals that are of one LIVE or one part of it; all others are of the shop, its token or the app. */
export const ofOnePart: ReadonlySet<ApiRefusal['kind']> = new Set([
  'server',
  'parameter',
  'unknown',
]);

/** In how many LIVEs in a row the server has had trouble with a part; 98001001 was seen for the minutes of all. */
export type Troubles = Record<LivePart, number>;
export const noTroubles = (): Troubles => ({ minutes: 0, products: 0 });

/** After so many a part is asked for once a LIVE, and not until it is answered. */
const ENOUGH_TROUBLES = 3;

/**
 * Asks for what a LIVE has beside its row of the list, as far as that isn't final yet; what is refused keeps what
 * was answered before.
 */
export async function askLive(
  client: OpenApiClient,
  fresh: LiveAnswers,
  before: LiveAnswers | undefined,
  zone: string,
  troubles: Troubles,
): Promise<AskedLive> {
  const { isOwn, endedAt } = readListRow(fresh.id, fresh.list.data);
  const { version, id, list } = fresh;
  const read: Partial<Pick<LiveAnswers, LivePart>> = {};
  const refused = { ...before?.refused };
  let ends: ApiRefusal | undefined;
  // A LIVE that still runs has neither yet.
  const wanted = endedAt === undefined ? [] : isOwn ? allParts : allParts.slice(1);
  for (const part of wanted) {
    if (before !== undefined && isPartDone(before, part, zone)) continue;
    const tries = troubles[part] < ENOUGH_TROUBLES ? undefined : 1;
    const asked = await ask[part](client, id, tries);
    const isTrouble = !asked.ok && asked.kind === 'server';
    troubles[part] = isTrouble ? troubles[part] + 1 : 0;
    if (asked.ok) {
      read[part] = { data: asked.data, at: currentTime() };
      delete refused[part];
    } else {
      refused[part] = asked.code;
      ends = ofOnePart.has(asked.kind) ? undefined : asked;
      if (ends !== undefined) break;
    }
  }
  const minutes = read.minutes ?? before?.minutes;
  const products = read.products ?? before?.products;
  // In this order however many runs it took: the same answers are the same bytes.
  const answers = {
    ...{ version, id, list },
    ...(minutes && { minutes }),
    ...(products && { products }),
    refused,
  };
  return { answers, ends };
}

const allParts = ['minutes', 'products'] as const;

const ask: Readonly<
  Record<LivePart, (client: OpenApiClient, id: RoomId, tries?: number) => Promise<ApiAsked>>
> = {
  minutes: askMinutes,
  products: (client, id, tries) =>
    client.ask(livePath(productsEndpoint, id), { currency: 'LOCAL' }, tries),
};

const MinutesSchema = v.object({
  next_page_token: v.nullish(v.string()),
  performance: v.object({ overall: v.nullish(v.unknown()), intervals: v.array(v.unknown()) }),
});

/** All pages of a LIVE's minutes as one answer. */
async function askMinutes(client: OpenApiClient, id: RoomId, tries?: number): Promise<ApiAsked> {
  const intervals: unknown[] = [];
  let overall: unknown;
  let token = '';
  for (let pages = 0; pages < 100; pages++) {
    const query = { currency: 'LOCAL', ...(token === '' ? {} : { page_token: token }) };
    const answer = await client.ask(livePath(minutesEndpoint, id), query, tries);
    if (!answer.ok) return answer;
    const read = v.safeParse(MinutesSchema, answer.data);
    if (!read.success) return { ok: false, kind: 'unknown', code: 'malformed' };
    overall ??= read.output.performance.overall;
    intervals.push(...read.output.performance.intervals);
    const next = read.output.next_page_token ?? '';
    if (next === '' || next === token) break;
    token = next;
  }
  return { ok: true, data: { performance: { overall, intervals } } };
}
