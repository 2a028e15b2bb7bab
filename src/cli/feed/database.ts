import * as v from 'valibot';
import { basisOf, isMoneyMetric } from '../../metrics/catalogue.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';
import { statementOf } from './engines/dialect.ts';
import type { FeedEngine, RowFiles, SqlRow } from './engines/engine.ts';
import { type FeedGroup, groupOf } from './group.ts';
import { feedMetrics } from './lives/row.ts';

const CountSchema = v.pipe(v.number(), v.finite());

const groupEntries = {
  region: v.string(),
  category: v.string(),
  basis: SalesBasisSchema,
  lives: CountSchema,
  shops: CountSchema,
  seconds: CountSchema,
  largest_lives: CountSchema,
  largest_seconds: CountSchema,
  changed_shops: CountSchema,
};
const HeadSchema = v.object({ ...groupEntries, currency: v.nullable(v.string()) });
const SpreadSchema = v.object({
  ...groupEntries,
  metric: v.string(),
  p10: CountSchema,
  p25: CountSchema,
  p50: CountSchema,
  p75: CountSchema,
  p90: CountSchema,
});
const ChosenSchema = v.object({
  region: v.string(),
  category: v.string(),
  basis: SalesBasisSchema,
  source: CountSchema,
  place: CountSchema,
});

/** A region, category and sales basis on a day, with the counts by which it is published or not. */
export type ResultHead = v.InferOutput<typeof HeadSchema>;
export type FeedSpread = v.InferOutput<typeof SpreadSchema>;
/** Where the session of a chosen LIVE lies. */
export type Chosen = v.InferOutput<typeof ChosenSchema>;

/** How rooms are chosen; see sql/rooms.sql. */
export interface RoomRule {
  readonly everyone: boolean;
  readonly agreed: readonly string[];
  readonly rooms: number;
  readonly perShop: number;
  /** Seconds. */
  readonly shortest: number;
  /** Least rank, from 0 (last) to 1 (first). */
  readonly least: number;
}

/** What the rows hold. */
export interface GatheredRows {
  readonly simulated: boolean;
  readonly rows: number;
  /** LIVEs, each once. */
  readonly lives: number;
  /** Simulated LIVEs beside real ones, which don't mix. */
  readonly dropped: number;
  /** Rows of LIVEs that TikTok's Open API gave. */
  readonly openApi: number;
  /** The latest start, unix seconds. */
  readonly last: number;
}

/** When a window ends and how long it is, in seconds. */
interface Window {
  readonly till: number;
  readonly reach: number;
}

/** The statements of `sql/` over files of rows. */
export class FeedDatabase {
  readonly #engine: FeedEngine;
  readonly #published = new Map<string, SqlRow>();

  private constructor(engine: FeedEngine) {
    this.#engine = engine;
  }

  static async open(engine: FeedEngine, rows: RowFiles): Promise<FeedDatabase> {
    const database = new FeedDatabase(engine);
    await engine.take(rows);
    await database.#table('metric_kinds', 'metric varchar, money boolean, basis varchar');
    await engine.insert(
      'metric_kinds',
      feedMetrics.map((metric) => ({
        metric,
        money: isMoneyMetric(metric),
        basis: basisOf(metric) ?? null,
      })),
    );
    return database;
  }

  /** Real LIVEs alone where there are any, else the simulated ones; tells which, and how many. */
  async gather(): Promise<GatheredRows> {
    const [counts] = await this.#read(
      v.object({ real: CountSchema, simulated: CountSchema, official: CountSchema }),
      `select cast(count(*) filter (where not simulated) as double) as real,
              cast(count(*) filter (where simulated) as double) as simulated,
              cast(count(*) filter (where open_api) as double) as official from rows`,
    );
    const simulated = counts !== undefined && counts.real === 0;
    await this.#run('lives', { simulated });
    const [kept] = await this.#read(
      v.object({ lives: CountSchema, last: CountSchema }),
      `select cast(count(*) as double) as lives,
              cast(coalesce(max(started), 0) as double) as last from lives`,
    );
    await this.#table('this_day', 'till bigint, reach bigint');
    await this.#table(
      'published',
      'of_region varchar, of_category varchar, of_basis varchar, till bigint, reach bigint',
    );
    await this.#table('agreed', 'name varchar');
    await this.#run('scope');
    await this.#run('figures');
    return {
      simulated,
      rows: (counts?.real ?? 0) + (counts?.simulated ?? 0),
      openApi: counts?.official ?? 0,
      lives: kept?.lives ?? 0,
      last: kept?.last ?? 0,
      dropped: simulated ? 0 : (counts?.simulated ?? 0),
    };
  }

  /** Turns to the window that ends before `till`; both in unix seconds. */
  async turnTo(till: number, reach: number): Promise<readonly ResultHead[]> {
    await this.#fill('this_day', [{ till, reach }]);
    await this.#fill('published', [...this.#published.values()]);
    await this.#run('heads');
    return this.#read(
      HeadSchema,
      `select region, category, basis, currency,
              cast(lives as double) as lives, cast(shops as double) as shops,
              cast(seconds as double) as seconds,
              cast(largest_lives as double) as largest_lives,
              cast(largest_seconds as double) as largest_seconds,
              cast(changed_shops as double) as changed_shops
       from heads order by region, category, basis`,
    );
  }

  spreads(): Promise<readonly FeedSpread[]> {
    return this.#read(SpreadSchema, this.#statement('spreads'));
  }

  async rooms({ agreed, everyone, rooms, perShop, shortest, least }: RoomRule) {
    if (!everyone && agreed.length === 0) return [];
    await this.#fill(
      'agreed',
      agreed.map((name) => ({ name })),
    );
    return this.#read(ChosenSchema, this.#statement('rooms'), {
      everyone,
      rooms,
      per_shop: perShop,
      shortest,
      least,
    });
  }

  /** Remembers the window that was published of a region, category and basis last; both in unix seconds. */
  publish(group: FeedGroup, { till, reach }: Window): void {
    const { region, category, basis } = group;
    this.#published.set(groupOf(group), {
      ...{ of_region: region, of_category: category, of_basis: basis },
      ...{ till, reach },
    });
  }

  #table(name: string, columns: string): Promise<void> {
    return this.#engine.run(`create table ${name} (${columns}) ${this.#engine.dialect.stored}`);
  }

  /** Has a table hold these rows alone. */
  async #fill(table: string, rows: readonly SqlRow[]): Promise<void> {
    await this.#engine.run(`truncate table ${table}`);
    await this.#engine.insert(table, rows);
  }

  #statement(name: string): string {
    return statementOf(name, this.#engine.dialect, feedMetrics);
  }

  #run(name: string, values?: SqlRow): Promise<void> {
    return this.#engine.run(this.#statement(name), values);
  }

  async #read<S extends v.GenericSchema>(
    schema: S,
    sql: string,
    values?: SqlRow,
  ): Promise<readonly v.InferOutput<S>[]> {
    const rows = await this.#engine.read(sql, values);
    return rows.map((row) => v.parse(schema, row));
  }
}
