import { readFile } from 'node:fs/promises';
import type { CategoryId } from '../../../metrics/ids.ts';
import { isFromOpenApi } from '../../../metrics/open-api-origin.ts';
import type { Session } from '../../../metrics/session.ts';
import { readExport } from '../../../sources/exports/read-export.ts';
import type { ExportRow } from '../../../sources/exports/rows-to-lives.ts';
import type { TerminalText, TerminalValue } from '../../text.ts';
import { linesOf } from './lines.ts';
import { type LiveRow, rowOf } from './row.ts';
import { readNeeded } from './session-text.ts';
import type { FileStretch, LineProblem, SourceFile, Task, TaskResult, Usual } from './task.ts';

/** Problems that are named; the rest is counted. */
const PROBLEMS_NAMED = 10;

/** A row and where its session lies: the byte of its line, or its place among the rows of an export. */
export interface PlacedRow extends LiveRow {
  readonly source: number;
  readonly at: number;
  /** Whether TikTok's Open API gave it. */
  readonly openApi: boolean;
}

interface Found {
  readonly session: Session;
  readonly at: number;
  readonly shop?: string | undefined;
  readonly category?: CategoryId | undefined;
  readonly nameless?: boolean;
}

/** A session, what is wrong in that place, or nothing. */
type Read = { readonly line: number } & (
  | { readonly found: Found }
  | { readonly problem: TerminalText }
  | { readonly blank: true }
);

/** Reads the sessions of a task one after the other and hands on the row of each. */
export async function readTask(
  task: Task,
  usual: Usual,
  keep: (row: PlacedRow) => void,
): Promise<TaskResult> {
  const leftOut: Record<string, number> = {};
  const problems: LineProblem[] = [];
  const lines: number[] = [];
  const openApi = new Set<number>();
  let [sessions, rows, absurd, failed] = [0, 0, 0, 0];
  for (const stretch of task.stretches) {
    const { file } = stretch;
    let last = 0;
    for await (const read of sessionsOf(stretch, usual)) {
      last = read.line;
      if ('blank' in read) continue;
      if ('problem' in read) {
        failed += 1;
        if (problems.length < PROBLEMS_NAMED)
          problems.push({ file: file.place, line: read.line, text: read.problem });
        continue;
      }
      sessions += 1;
      const { session, at, ...found } = read.found;
      const row = rowOf(session, {
        ...found,
        owner: file.owner,
        usualCategory: usual.category,
        usualRegion: usual.region,
        now: usual.now,
      });
      if (typeof row === 'string') leftOut[row] = (leftOut[row] ?? 0) + 1;
      else {
        rows += 1;
        absurd += row.absurd;
        const isOfficial = isFromOpenApi(session);
        if (isOfficial) openApi.add(file.place);
        keep({ ...row, source: (usual.firstSource ?? 0) + file.place, at, openApi: isOfficial });
      }
    }
    lines.push(last);
  }
  return { sessions, rows, absurd, leftOut, problems, failed, openApi: [...openApi], lines };
}

/** A file that can't be read, or no further, is one more problem; the others go on. */
async function* sessionsOf(stretch: FileStretch, usual: Usual): AsyncGenerator<Read> {
  try {
    switch (stretch.file.kind) {
      case 'lines':
        return yield* fromLines(stretch);
      case 'json':
        return yield* fromJson(stretch.file);
      case 'export':
        return yield* fromExport(stretch.file, usual);
    }
  } catch (error) {
    const problem: TerminalValue = {
      kind: 'text',
      text: error instanceof Error ? error.message : '',
    };
    yield { line: 0, problem: { key: 'cli_feed_broken_file', values: { problem } } };
  }
}

async function* fromLines({ file, from, to }: FileStretch): AsyncGenerator<Read> {
  let line = 0;
  for await (const { at, text } of linesOf(file.path, from, to)) {
    line += 1;
    if (text === undefined) yield { line, problem: { key: 'cli_feed_long_line' } };
    else if (text.trim() === '') yield { line, blank: true };
    else yield { line, ...fromText(text, at) };
  }
}

function fromText(
  text: string,
  at: number,
): { readonly found: Found } | { readonly problem: TerminalText } {
  const read = readNeeded(text);
  if (!read.ok) {
    const problem: TerminalValue = { kind: 'phrase', phrase: read.problem };
    return { problem: { key: 'cli_feed_bad_session', values: { problem } } };
  }
  const { session, shop, category } = read.value;
  return { found: { session, at, shop, category } };
}

async function* fromJson(file: SourceFile): AsyncGenerator<Read> {
  yield { line: 0, ...fromText(await readFile(file.path, 'utf8'), 0) };
}

async function* fromExport(file: SourceFile, usual: Usual): AsyncGenerator<Read> {
  const read = await readExport(await readFile(file.path), {
    owner: file.owner,
    at: file.changed,
    region: usual.region,
    dayOrder: usual.dates,
  });
  if (!read.ok) {
    yield { line: 0, problem: read.problem };
    return;
  }
  const shop = isOfManyCreators(read.rows) ? file.owner : undefined;
  for (const [at, { row, ...rest }] of read.rows.entries()) {
    yield 'problem' in rest
      ? { line: row, problem: rest.problem }
      : { line: row, found: { session: rest.session, at, shop, nameless: rest.nameless } };
  }
}

/**
 * A seller's file of linked accounts has a row for each LIVE of every affiliate. All of it is one shop's:
 * the least number of shops protects people, and one upload must not pass it.
 */
function isOfManyCreators(rows: readonly ExportRow[]): boolean {
  const creators = new Set(
    rows.flatMap((row) => {
      const room = 'session' in row ? row.session.room : undefined;
      return room?.accountId ?? room?.accountHandle ?? [];
    }),
  );
  return creators.size > 1;
}
