import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalText } from '../../text.ts';
import { rowNames } from '../lives/row-file.ts';
import type { FeedOptions } from '../options.ts';
import { hasChdb, openChdb } from './chdb.ts';
import { isOfServer, openClickHouseServer } from './clickhouse-server.ts';
import { openDuckDb } from './duckdb.ts';
import type { FeedEngine } from './engine.ts';

/** What says on which engine a feed is built, and of which rows. */
export type EngineOptions = Pick<FeedOptions, 'engine' | 'clickhouse' | 'parquet'>;

/** The engine that a feed is to be built on; `folder` is its alone. */
export function openEngine(options: EngineOptions, folder: string): Promise<FeedEngine> {
  const { engine, clickhouse } = options;
  if (clickhouse !== undefined) return openClickHouseServer(clickhouse);
  return engine === 'clickhouse' ? openChdb(folder) : openDuckDb(folder);
}

/** Why nothing could be built on that engine, before hours are spent on reading; undefined when it can. */
export async function engineProblem(options: EngineOptions): Promise<TerminalText | undefined> {
  const { engine, clickhouse, parquet } = options;
  if (engine === 'duckdb' && parquet === undefined) return undefined;
  if (engine === 'clickhouse' && clickhouse === undefined && !hasChdb())
    return { key: 'cli_feed_no_chdb' };
  const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-feed-'));
  let opened: FeedEngine | undefined;
  try {
    opened = await openEngine(options, folder);
    if (parquet !== undefined) {
      await opened.take({ place: parquet });
      await opened.read(`select ${rowNames} from rows limit 0`);
    }
    return undefined;
  } catch (error) {
    return noAnswer(opened === undefined ? (clickhouse ?? 'ClickHouse') : (parquet ?? ''), error);
  } finally {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a server answered, or that it didn't, which ended a build; undefined where no server is to blame. */
export function serverProblem(
  { clickhouse }: EngineOptions,
  error: unknown,
): TerminalText | undefined {
  return clickhouse !== undefined && isOfServer(error) ? noAnswer(clickhouse, error) : undefined;
}

function noAnswer(place: string, error: unknown): TerminalText {
  const values = { place: plain(place), problem: plain(messageOf(error)) };
  return { key: 'cli_feed_no_answer', values };
}

/** The first line: engines add where in their source they were. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (message === '' ? code : message).split('\n')[0] ?? '';
}

function plain(text: string) {
  return { kind: 'text', text } as const;
}
