import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalText } from '../../text.ts';
import type { FeedOptions } from '../options.ts';
import { hasChdb, openChdb } from './chdb.ts';
import { openDuckDb } from './duckdb.ts';
import type { FeedEngine } from './engine.ts';

/** What says on which engine a feed is built. */
export type EngineOptions = Pick<FeedOptions, 'engine'>;

/** The engine that a feed is to be built on; `folder` is its alone. */
export function openEngine({ engine }: EngineOptions, folder: string): Promise<FeedEngine> {
  return engine === 'clickhouse' ? openChdb(folder) : openDuckDb(folder);
}

/** Why nothing could be built on that engine, before hours are spent on reading; undefined when it can. */
export async function engineProblem(options: EngineOptions): Promise<TerminalText | undefined> {
  if (options.engine === 'duckdb') return undefined;
  if (!hasChdb()) return { key: 'cli_feed_no_chdb' };
  const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-feed-'));
  try {
    const opened = await openEngine(options, folder);
    await opened.close();
    return undefined;
  } catch (error) {
    const values = { place: plain('ClickHouse'), problem: plain(messageOf(error)) };
    return { key: 'cli_feed_no_answer', values };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first line: engines add where in their source they were. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}

function plain(text: string) {
  return { kind: 'text', text } as const;
}
