import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { DAY_MS, type UnixMs } from '../../metrics/time.ts';
import { now as currentTime } from '../../platform/current-time.ts';
import { customsOf } from '../../sources/exports/regions.ts';
import { BasesOfShop, type ReadLive } from '../../sources/open-api/decide-bases.ts';
import {
  listEndpoint,
  livePath,
  minutesEndpoint,
  productsEndpoint,
  shopPath,
} from '../../sources/open-api/endpoints.ts';
import { type LiveAnswers, LiveAnswersSchema } from '../../sources/open-api/live-answers.ts';
import { readListPage, readListRow } from '../../sources/open-api/read-live.ts';
import { readMinutes } from '../../sources/open-api/read-minutes.ts';
import { readLiveProducts } from '../../sources/open-api/read-products.ts';
import { sessionOfLive } from '../../sources/open-api/session-of-live.ts';
import type { ApiAsked, OpenApiClient } from './open-api-client.ts';
import type { CollectedShop } from './options.ts';
import { writeWhole } from './whole-file.ts';

/** What became of a shop. */
export type ShopOutcome =
  | { readonly ok: true; readonly lives: number; readonly asked: number; readonly missing: number }
  | { readonly ok: false; readonly refusal: Extract<ApiAsked, { ok: false }> };

interface ShopTask {
  readonly shop: CollectedShop;
  readonly client: OpenApiClient;
  readonly out: string;
  readonly days: number;
  readonly simulated: boolean;
  readonly told: (done: number, all: number) => void;
}

/** The days that are asked for, in the shop's zone; where its region isn't known, a day more on both sides. */
export function daysAsked(
  { region }: CollectedShop,
  days: number,
  now: UnixMs,
): { readonly from: string; readonly to: string } {
  const zone = customsOf(region)?.zone;
  const dayAt = (at: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone ?? 'UTC' }).format(at);
  const more = zone === undefined ? DAY_MS : 0;
  return { from: dayAt(now - days * DAY_MS - more), to: dayAt(now + DAY_MS + more) };
}

/** What was answered of a shop's LIVEs, a file each: an answer is kept as soon as it has come. */
export const answersFolder = (out: string, shop: string): string => join(out, '.collect', shop);

/** The answers that an earlier run kept; a file that can't be read is asked for again. */
export function keptAnswers(folder: string): ReadonlyMap<RoomId, LiveAnswers> {
  const kept = new Map<RoomId, LiveAnswers>();
  for (const name of namesOf(folder)) {
    const id = v.safeParse(RoomIdSchema, name.replace(/\.json$/, ''));
    if (!id.success || !name.endsWith('.json')) continue;
    try {
      const text = readFileSync(join(folder, name), 'utf8');
      const read = v.safeParse(LiveAnswersSchema, JSON.parse(text));
      if (read.success) kept.set(id.output, read.output);
    } catch {
      // ApiAsked for again.
    }
  }
  return kept;
}

function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Whether nothing of a LIVE is asked for any more: all is there, and was read when its figures were final. */
export function isDone({ id, list, minutes, products }: LiveAnswers): boolean {
  const { startedAt, endedAt, isOwn } = readListRow(id, list.data);
  if (phaseOf({ startedAt, endedAt }, list.at).name !== 'final') return false;
  return (minutes !== undefined || !isOwn) && products !== undefined;
}

/** Collects one shop's LIVEs and writes its session file. */
export async function collectShop(task: ShopTask): Promise<ShopOutcome> {
  const { shop, client, out, days, told } = task;
  const folder = answersFolder(out, shop.name);
  const kept = new Map(keptAnswers(folder));
  const { from, to } = daysAsked(shop, days, currentTime());
  const listed: LiveAnswers[] = [];
  for (
    let token: string | undefined = '', pages = 0;
    token !== undefined && pages < 1000;
    pages++
  ) {
    const answer: ApiAsked = await client.ask(shopPath(listEndpoint), {
      start_date_ge: from,
      end_date_lt: to,
      page_size: '100',
      currency: 'LOCAL',
      account_type: 'ALL',
      ...(token === '' ? {} : { page_token: token }),
    });
    if (!answer.ok) return { ok: false, refusal: answer };
    const at = currentTime();
    const page = readListPage(answer.data);
    for (const { id, row } of page.rows)
      listed.push({
        version: 1,
        id,
        list: { data: row, at, availableTo: page.availableTo },
        refused: {},
      });
    token = page.next === token ? undefined : page.next;
  }
  let asked = 0;
  for (const [place, fresh] of listed.entries()) {
    const before = kept.get(fresh.id);
    if (before === undefined || !isDone(before)) {
      const whole = await askLive(client, fresh, before);
      writeWhole(join(folder, `${fresh.id}.json`), JSON.stringify(whole));
      kept.set(fresh.id, whole);
      asked += 1;
    }
    told(place + 1, listed.length);
  }
  writeWhole(join(out, `${shop.name}.ndjson`), linesOf([...kept.values()], task).join(''));
  const missing = [...kept.values()].filter(({ refused }) => Object.keys(refused).length > 0);
  return { ok: true, lives: kept.size, asked, missing: missing.length };
}

/** Asks for what a LIVE has beside its row; what is refused keeps what was answered before. */
async function askLive(
  client: OpenApiClient,
  fresh: LiveAnswers,
  before: LiveAnswers | undefined,
): Promise<LiveAnswers> {
  const { isOwn, endedAt } = readListRow(fresh.id, fresh.list.data);
  const whole: LiveAnswers = { ...before, ...fresh, refused: {} };
  // A LIVE that still runs has neither yet.
  if (endedAt === undefined) return whole;
  if (isOwn) {
    const minutes = await askMinutes(client, fresh.id);
    if (minutes.ok) whole.minutes = { data: minutes.data, at: currentTime() };
    else whole.refused.minutes = minutes.code;
  }
  const path = livePath(productsEndpoint, fresh.id);
  const products = await client.ask(path, { currency: 'LOCAL' });
  if (products.ok) whole.products = { data: products.data, at: currentTime() };
  else whole.refused.products = products.code;
  return whole;
}

const MinutesSchema = v.object({
  next_page_token: v.nullish(v.string()),
  performance: v.object({ overall: v.nullish(v.unknown()), intervals: v.array(v.unknown()) }),
});

/** All pages of a LIVE's minutes as one answer. */
async function askMinutes(client: OpenApiClient, id: RoomId): Promise<ApiAsked> {
  const intervals: unknown[] = [];
  let overall: unknown;
  let token = '';
  for (let pages = 0; pages < 100; pages++) {
    const answer = await client.ask(livePath(minutesEndpoint, id), {
      currency: 'LOCAL',
      ...(token === '' ? {} : { page_token: token }),
    });
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

/** The lines of the session file, by start and id; what names stand for is decided over all LIVEs first. */
function linesOf(all: readonly LiveAnswers[], { shop, simulated }: ShopTask): readonly string[] {
  const bases = new BasesOfShop();
  const lives = all.map((answers) => {
    const live: ReadLive = {
      listed: readListRow(answers.id, answers.list.data),
      minutes: answers.minutes && readMinutes(answers.minutes.data),
      products: answers.products && readLiveProducts(answers.products.data),
    };
    if (isDone(answers)) bases.add(live);
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
