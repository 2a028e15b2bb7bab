import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { feedMetrics } from '../../../cli/feed/lives/row.ts';

/** What one copy's rows are numbered apart by. */
const SOURCES = 1_000_000;

/**
 * Writes files of rows that were never sessions: copies of the simulated ones, each copy of shops of its own whose
 * figures are up to a tenth higher or lower. They mean nothing; they fill an engine as so many LIVEs do.
 *
 * @param rows a pattern of files that `--to-parquet` wrote, of `kept` rows
 */
export async function generateRows(
  rows: string,
  folder: string,
  { kept, wanted }: { readonly kept: number; readonly wanted: number },
): Promise<void> {
  mkdirSync(folder);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1200MB' });
  const connection = await instance.connect();
  try {
    for (let copy = 0, written = 0; written < wanted; copy += 1, written += kept) {
      const limit = Math.min(kept, wanted - written);
      const changed = [
        ...['room', 'creator', 'handle', 'folder'].map(
          (name) => `${name} || '-${copy}' as ${name}`,
        ),
        `source + ${copy * SOURCES} as source`,
        ...feedMetrics.map(
          (id) =>
            `"${id}" * (0.9 + 0.2 * (hash(room, ${copy}, '${id}') % 1000) / 1000.0) as "${id}"`,
        ),
      ];
      const statement = `select * replace (${changed.join(', ')}) from '${rows}' limit ${limit}`;
      const path = join(folder, `${String(copy).padStart(5, '0')}.parquet`);
      await connection.run(`copy (${statement}) to '${path}' (format parquet)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
