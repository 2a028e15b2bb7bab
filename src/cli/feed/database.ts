import { readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import * as v from 'valibot';
import { basisOf, isMoneyMetric } from '../../metrics/catalogue.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';
import { feedMetrics } from './lives/row.ts';

/** What DuckDB may hold in memory; beyond it writes into the temporary folder. */
const MEMORY_LIMIT = '1200MB';

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

type Values = Record<string, DuckDBValue>;

/** The statements of `sql/` over the rows in a folder. */
export class FeedDatabase {
  readonly #connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * @param folder where it may write; it holds the database and what doesn't fit into memory
   * @param rows the files of rows, as a pattern
   */
  static async open(folder: string, rows: string): Promise<FeedDatabase> {
    const instance = await DuckDBInstance.create(`${folder}/lives.duckdb`, {
      memory_limit: MEMORY_LIMIT,
      temp_directory: `${folder}/spill`,
      preserve_insertion_order: 'false',
    });
    const database = new FeedDatabase(instance, await instance.connect());
    await database.#run(`create view rows as select * from read_parquet('${quoted(rows)}')`);
    await database.#run('create table metric_kinds (metric varchar, money boolean, basis varchar)');
    for (const id of feedMetrics)
      await database.#run('insert into metric_kinds values ($id, $money, $basis)', {
        id,
        money: isMoneyMetric(id),
        basis: basisOf(id) ?? null,
      });
    return database;
  }

  /** Real LIVEs alone where there are any, else the simulated ones; tells which, and how many. */
  async gather(): Promise<{ simulated: boolean; lives: number; dropped: number; last: number }> {
    const [counts] = await this.#read(
      v.object({ real: CountSchema, simulated: CountSchema }),
      `select cast(count(*) filter (where not simulated) as double) as real,
              cast(count(*) filter (where simulated) as double) as simulated from rows`,
    );
    const simulated = counts !== undefined && counts.real === 0;
    await this.#run(statement('lives'), { simulated });
    const [kept] = await this.#read(
      v.object({ lives: CountSchema, last: CountSchema }),
      `select cast(count(*) as double) as lives,
              cast(coalesce(max(started), 0) as double) as last from lives`,
    );
    await this.#run('create table this_day (till bigint, reach bigint)');
    await this.#run(
      'create table published (region varchar, category varchar, basis varchar, till bigint, reach bigint)',
    );
    await this.#run('create table agreed (name varchar)');
    await this.#run(statement('scope'));
    const names = feedMetrics.map((id) => `"${id}"`).join(', ');
    await this.#run(statement('figures').replace('{metrics}', names));
    return {
      simulated,
      lives: kept?.lives ?? 0,
      last: kept?.last ?? 0,
      dropped: simulated ? 0 : (counts?.simulated ?? 0),
    };
  }

  /** Turns to the window that ends before `till`; both in unix seconds. */
  async turnTo(till: number, reach: number): Promise<readonly ResultHead[]> {
    await this.#run('delete from this_day');
    await this.#run('insert into this_day values ($till, $reach)', { till, reach });
    await this.#run(statement('heads'));
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
    return this.#read(SpreadSchema, statement('spreads'));
  }

  async rooms({ agreed, everyone, rooms, perShop, shortest, least }: RoomRule) {
    if (!everyone && agreed.length === 0) return [];
    await this.#run('delete from agreed');
    for (const name of agreed) await this.#run('insert into agreed values ($name)', { name });
    return this.#read(ChosenSchema, statement('rooms'), {
      everyone,
      rooms,
      per_shop: perShop,
      shortest,
      least,
    });
  }

  /** Remembers the window that was published of a region, category and basis last; both in unix seconds. */
  async publish(
    { region, category, basis }: Pick<ResultHead, 'region' | 'category' | 'basis'>,
    till: number,
    reach: number,
  ): Promise<void> {
    const group = { region, category, basis };
    await this.#run(
      'delete from published where region = $region and category = $category and basis = $basis',
      group,
    );
    await this.#run('insert into published values ($region, $category, $basis, $till, $reach)', {
      ...group,
      till,
      reach,
    });
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #run(sql: string, values?: Values): Promise<void> {
    await this.#connection.run(sql, values);
  }

  async #read<S extends v.GenericSchema>(
    schema: S,
    sql: string,
    values?: Values,
  ): Promise<readonly v.InferOutput<S>[]> {
    const reader = await this.#connection.runAndReadAll(sql, values);
    return reader.getRowObjects().map((row) => v.parse(schema, row));
  }
}

function statement(name: string): string {
  return readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
