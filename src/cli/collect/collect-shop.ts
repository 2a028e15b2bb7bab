import { join } from 'node:path';
import { now as currentTime } from '../../platform/current-time.ts';
import { askLive, noTroubles } from './ask-live.ts';
import { daysAsked, zoneOf } from './days-asked.ts';
import { answersOfShop, isDone, keptAnswers } from './kept-answers.ts';
import { listLives } from './list-lives.ts';
import type { ApiRefusal, OpenApiClient } from './open-api-client.ts';
import type { CollectedShop } from './options.ts';
import { sessionLines } from './session-lines.ts';
import { sweepParts, writeWhole } from './whole-file.ts';

/** What became of a shop. */
export type ShopOutcome =
  | { readonly ok: true; readonly lives: number; readonly asked: number; readonly missing: number }
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
  const listed = await listLives(client, daysAsked(shop, days, currentTime()));
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
  writeWhole(join(out, `${shop.name}.ndjson`), sessionLines(all, shop, simulated).join(''));
  if (refusal !== undefined) return { ok: false, refusal };
  const missing = all.filter(({ refused }) => Object.keys(refused).length > 0).length;
  return { ok: true, lives: all.length, asked, missing };
}
