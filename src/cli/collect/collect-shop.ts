import { join } from 'node:path';
import { now as currentTime } from '../../platform/current-time.ts';
import { overviewEndpoint, shopPath } from '../../sources/open-api/endpoints.ts';
import { sweepParts, writeWhole } from '../whole-file.ts';
import { askLive, noTroubles, ofOnePart } from './ask-live.ts';
import { daysAsked, zoneOf } from './days-asked.ts';
import { answersOfShop, isDone, keptAnswers } from './kept-answers.ts';
import { listLives } from './list-lives.ts';
import type { ApiRefusal, OpenApiClient } from './open-api-client.ts';
import type { CollectedShop } from './options.ts';
import { overviewText, readShop, sessionLines } from './session-lines.ts';

/** What became of a shop. */
export type ShopOutcome =
  | {
      readonly ok: true;
      readonly lives: number;
      readonly asked: number;
      /** LIVEs of which a part was refused. */
      readonly missing: number;
      /** The code with which its days were refused; those of an earlier run stay. */
      readonly daysRefused: string | undefined;
    }
  | { readonly ok: false; readonly refusal: ApiRefusal };

interface ShopTask {
  readonly shop: CollectedShop;
  readonly client: OpenApiClient;
  readonly out: string;
  readonly days: number;
  readonly simulated: boolean;
  readonly told: (done: number, all: number) => void;
}

/** Collects one shop's LIVEs and writes its session file, with what is there where a refusal ended it. */
export async function collectShop(task: ShopTask): Promise<ShopOutcome> {
  const { shop, client, out, days, simulated, told } = task;
  const folder = answersOfShop(out, shop.name);
  sweepParts(folder);
  const kept = new Map(keptAnswers(folder));
  const zone = zoneOf(shop);
  const asking = daysAsked(shop, days, currentTime());
  const listed = await listLives(client, asking);
  if (!listed.ok) return { ok: false, refusal: listed };
  const troubles = noTroubles();
  let asked = 0;
  let refusal: ApiRefusal | undefined;
  for (const [place, fresh] of listed.lives.entries()) {
    const before = kept.get(fresh.id);
    if (before === undefined || !isDone(before, zone)) {
      const { answers, ends } = await askLive(client, fresh, before, zone, troubles);
      writeWhole(join(folder, `${fresh.id}.json`), JSON.stringify(answers));
      kept.set(fresh.id, answers);
      asked += 1;
      refusal = ends;
      if (refusal !== undefined) break;
    }
    told(place + 1, listed.lives.length);
  }
  const all = [...kept.values()];
  const read = readShop(all, shop);
  writeWhole(join(out, `${shop.name}.ndjson`), sessionLines(read, shop, simulated).join(''));
  if (refusal !== undefined) return { ok: false, refusal };
  const overview = await client.ask(shopPath(overviewEndpoint), {
    start_date_ge: asking.from,
    end_date_lt: asking.to,
    granularity: '1D',
    currency: 'LOCAL',
    account_type: 'ALL',
  });
  if (overview.ok) {
    const answer = { data: overview.data, at: currentTime() };
    const text = overviewText(answer, read, shop, simulated);
    writeWhole(join(out, `${shop.name}.days.json`), text);
  } else if (!ofOnePart.has(overview.kind)) return { ok: false, refusal: overview };
  const missing = all.filter(({ refused }) => Object.keys(refused).length > 0).length;
  const daysRefused = overview.ok ? undefined : overview.code;
  return { ok: true, lives: all.length, asked, missing, daysRefused };
}
