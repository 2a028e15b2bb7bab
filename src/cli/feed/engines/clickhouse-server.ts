import { randomUUID } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClickHouseClientConfigOptions,
  ClickHouseError,
  ClickHouseLogLevel,
  createClient,
} from '@clickhouse/client';
import { HOUR_SECONDS } from '../../../metrics/time.ts';
import { rowColumns } from '../lives/row-file.ts';
import {
  clickHouseDialect,
  clickHouseSettings,
  parquetThere,
  typedParameters,
} from './clickhouse-dialect.ts';
import type { FeedEngine } from './engine.ts';

/** The longest that one statement may take, in ms. */
const LONGEST_STATEMENT = 2 * HOUR_SECONDS * 1000;

/** Load balancers end a connection on which nothing is said for minutes: a statement tells that it goes on, every so many ms. */
const SIGN_OF_LIFE = 110_000;

/** A ClickHouse server, in a database that is made for the build and dropped after it. */
export async function openClickHouseServer(url: string): Promise<FeedEngine> {
  const database = `live_diagnosis_feed_${randomUUID().replaceAll('-', '')}`;
  const first = createClient(accessTo(url));
  await first.command({ query: `create database ${database}` });
  const client = createClient({ ...accessTo(url), database });
  const run: FeedEngine['run'] = async (sql, values = {}) => {
    await client.command({ query: typedParameters(sql, values), query_params: values });
  };
  const upload = async (folder: string): Promise<void> => {
    await run(`create table rows (${rowColumns}) ${clickHouseDialect.stored}`);
    for (const file of readdirSync(folder)) {
      const values = createReadStream(join(folder, file));
      await client.insert({ table: 'rows', values, format: 'Parquet' });
    }
  };
  return {
    dialect: clickHouseDialect,
    take: (rows) =>
      'folder' in rows
        ? upload(rows.folder)
        : run(`create view rows as select * from ${parquetThere(rows.place)}`),
    run,
    read: async (sql, values = {}) => {
      const query = typedParameters(sql, values);
      const rows = await client.query({ query, query_params: values, format: 'JSONEachRow' });
      return rows.json<unknown>();
    },
    insert: async (table, rows) => {
      if (rows.length > 0) await client.insert({ table, values: [...rows], format: 'JSONEachRow' });
    },
    close: async () => {
      await first.command({ query: `drop database ${database}` });
      await Promise.all([client.close(), first.close()]);
    },
  };
}

/** Whether a server refused a statement, or can't be reached. */
export function isOfServer(error: unknown): boolean {
  return error instanceof ClickHouseError || (error instanceof Error && 'syscall' in error);
}

/** The user and its password are the environment's: other users of a machine can see a command line. */
function accessTo(url: string): ClickHouseClientConfigOptions {
  const { CLICKHOUSE_USER: username, CLICKHOUSE_PASSWORD: password } = process.env;
  return {
    url,
    request_timeout: LONGEST_STATEMENT,
    clickhouse_settings: {
      ...clickHouseSettings,
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: String(SIGN_OF_LIFE),
    },
    // What fails is told by the command itself.
    log: { level: ClickHouseLogLevel.OFF },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}
