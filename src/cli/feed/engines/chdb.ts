import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import wanted from './chdb/package.json' with { type: 'json' };
import {
  clickHouseDialect,
  clickHouseSettings,
  parquetThere,
  typedParameters,
} from './clickhouse-dialect.ts';
import type { FeedEngine, SqlRow } from './engine.ts';

/** The part of chdb's `Session` that is used. */
interface ChdbSession {
  readonly queryAsync: (sql: string, options: ChdbFormat) => Promise<ChdbAnswer>;
  readonly queryBindAsync: (
    sql: string,
    values: SqlRow,
    options: ChdbFormat,
  ) => Promise<ChdbAnswer>;
  readonly insert: (rows: { table: string; values: readonly SqlRow[] }) => Promise<unknown>;
  readonly close: () => void;
}
interface ChdbFormat {
  readonly format: 'JSONEachRow';
}
interface ChdbAnswer {
  readonly text: () => string;
}
type OpenSession = new (
  path: string,
  options: { connectionArgs: readonly string[] },
) => ChdbSession;

const ChdbSchema = v.object({
  Session: v.custom<OpenSession>((value) => typeof value === 'function'),
});

/** Where `npm run feed:install-clickhouse` puts the embedded ClickHouse: the user's cache, by its version. */
export function chdbFolder(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'live-diagnosis', `chdb-${wanted.dependencies.chdb}`);
}

/** Whether the embedded ClickHouse is installed. */
export function hasChdb(): boolean {
  try {
    requireThere().resolve('chdb');
    return true;
  } catch {
    return false;
  }
}

/** A session of the embedded ClickHouse with its database in a folder; a process has one at a time. */
export function openChdbSession(folder: string): ChdbSession {
  const { Session } = v.parse(ChdbSchema, requireThere()('chdb'));
  return new Session(folder, {
    connectionArgs: Object.entries(clickHouseSettings).map(([name, value]) => `--${name}=${value}`),
  });
}

/** ClickHouse in this process; `folder` holds its database and what doesn't fit into memory. */
export async function openChdb(folder: string): Promise<FeedEngine> {
  const session = openChdbSession(join(folder, 'clickhouse'));
  const format = { format: 'JSONEachRow' } as const;
  const ask = async (sql: string, values?: SqlRow): Promise<string> => {
    const answer =
      values === undefined
        ? await session.queryAsync(sql, format)
        : await session.queryBindAsync(typedParameters(sql, values), values, format);
    return answer.text();
  };
  const run: FeedEngine['run'] = async (sql, values) => {
    await ask(sql, values);
  };
  await run('create database feed');
  await run('use feed');
  return {
    dialect: clickHouseDialect,
    take: (rows) => {
      const place = 'folder' in rows ? `${rows.folder}/*.parquet` : rows.place;
      return run(`create view rows as select * from ${parquetThere(place)}`);
    },
    run,
    read: async (sql, values) =>
      (await ask(sql, values))
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line)),
    insert: async (table, rows) => {
      if (rows.length > 0) await session.insert({ table, values: rows });
    },
    close: async () => session.close(),
  };
}

function requireThere(): NodeJS.Require {
  return createRequire(join(chdbFolder(), 'package.json'));
}
