import { DuckDBInstance } from '@duckdb/node-api';
import { duckDbDialect } from './duckdb-dialect.ts';
import type { FeedEngine } from './engine.ts';

/** What DuckDB may hold in memory; beyond it writes into the temporary folder. */
const MEMORY_LIMIT = '1200MB';

/** DuckDB in this process; `folder` holds the database and what doesn't fit into memory. */
export async function openDuckDb(folder: string): Promise<FeedEngine> {
  const instance = await DuckDBInstance.create(`${folder}/lives.duckdb`, {
    memory_limit: MEMORY_LIMIT,
    temp_directory: `${folder}/spill`,
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const run: FeedEngine['run'] = async (sql, values) => {
    await connection.run(sql, values);
  };
  return {
    dialect: duckDbDialect,
    take: (rows) => {
      const place = 'folder' in rows ? `${rows.folder}/*.parquet` : rows.place;
      return run(
        `create view rows as select * from read_parquet('${place.replaceAll("'", "''")}')`,
      );
    },
    run,
    read: async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowObjects(),
    insert: async (table, rows) => {
      for (const row of rows) {
        const names = Object.keys(row);
        const places = names.map((name) => `$${name}`);
        await run(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, row);
      }
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
