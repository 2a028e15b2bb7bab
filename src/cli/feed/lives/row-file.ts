import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { PlacedRow } from './read-task.ts';
import { feedMetrics } from './row.ts';

/** Rows that DuckDB takes at a time. */
const CHUNK = 2048;

interface Column {
  readonly name: string;
  readonly type: DuckDBType;
  readonly value: (row: PlacedRow) => DuckDBValue;
}

const columns: readonly Column[] = [
  { name: 'room', type: VARCHAR, value: ({ room }) => room },
  { name: 'named', type: BOOLEAN, value: ({ named }) => named },
  { name: 'creator', type: VARCHAR, value: ({ creator }) => creator ?? null },
  { name: 'handle', type: VARCHAR, value: ({ handle }) => handle ?? null },
  { name: 'folder', type: VARCHAR, value: ({ folder }) => folder },
  { name: 'said_shop', type: VARCHAR, value: ({ shop }) => shop ?? null },
  { name: 'region', type: VARCHAR, value: ({ region }) => region },
  { name: 'category', type: VARCHAR, value: ({ category }) => category },
  { name: 'basis', type: VARCHAR, value: ({ basis }) => basis },
  { name: 'currency', type: VARCHAR, value: ({ currency }) => currency ?? null },
  { name: 'started', type: BIGINT, value: ({ started }) => BigInt(started) },
  { name: 'length', type: INTEGER, value: ({ length }) => length },
  { name: 'read_at', type: BIGINT, value: ({ readAt }) => BigInt(Math.round(readAt)) },
  { name: 'simulated', type: BOOLEAN, value: ({ simulated }) => simulated },
  { name: 'open_api', type: BOOLEAN, value: ({ openApi }) => openApi },
  { name: 'source', type: BIGINT, value: ({ source }) => BigInt(source) },
  { name: 'place', type: BIGINT, value: ({ at }) => BigInt(at) },
  ...feedMetrics.map(
    (id, place): Column => ({
      name: id,
      type: DOUBLE,
      value: ({ figures }) => figures[place] ?? null,
    }),
  ),
];

const types = columns.map(({ type }) => type);
/** The columns of a file of rows, as SQL names them. */
export const rowNames = columns.map(({ name }) => `"${name}"`).join(', ');
/** The same, each with its type. */
export const rowColumns = columns
  .map(({ name, type }) => `"${name}" ${type.toString()}`)
  .join(', ');

/** Writes rows into Parquet files, one after the other; one database in memory serves them all. */
export interface RowFile {
  readonly keep: (row: PlacedRow) => void;
  /** Writes what was kept since the last time. */
  readonly save: (path: string) => Promise<void>;
  readonly close: () => void;
}

export async function openRowFile(): Promise<RowFile> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '512MB',
    threads: '1',
  });
  const connection = await instance.connect();
  let appender = await newTable(connection);
  let held: PlacedRow[] = [];
  const flush = (): void => {
    if (held.length === 0) return;
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map(({ value }) => held.map(value)));
    appender.appendDataChunk(chunk);
    held = [];
  };
  return {
    keep: (row) => {
      held.push(row);
      if (held.length >= CHUNK) flush();
    },
    save: async (path) => {
      flush();
      appender.closeSync();
      await connection.run(`copy lives to '${path.replaceAll("'", "''")}' (format parquet)`);
      appender = await newTable(connection);
    },
    close: () => {
      appender.closeSync();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function newTable(connection: DuckDBConnection) {
  await connection.run(`create or replace table lives (${rowColumns})`);
  return connection.createAppender('lives');
}
