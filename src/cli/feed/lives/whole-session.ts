import { readFile } from 'node:fs/promises';
import type { Session } from '../../../metrics/session.ts';
import { unixMs } from '../../../metrics/time.ts';
import { readExport } from '../../../sources/exports/read-export.ts';
import { linesOf } from './lines.ts';
import { readWhole } from './session-text.ts';
import type { SourceFile, Usual } from './task.ts';

/** Reads one session again with all its parts, from where its row says it lies; undefined when it is broken. */
export async function wholeSession(
  file: SourceFile,
  at: number,
  usual: Usual,
): Promise<Session | undefined> {
  if (file.kind === 'export') {
    const about = { owner: file.owner, at: unixMs(usual.now * 1000), region: usual.region };
    const read = await readExport(await readFile(file.path), about);
    const row = read.ok ? read.rows.find((one) => one.row === at) : undefined;
    return row !== undefined && 'session' in row ? row.session : undefined;
  }
  const text =
    file.kind === 'json' ? await readFile(file.path, 'utf8') : await lineAt(file.path, at);
  const read = readWhole(text ?? '');
  return read.ok ? read.value.session : undefined;
}

async function lineAt(path: string, at: number): Promise<string | undefined> {
  for await (const { text } of linesOf(path, at, at + 1)) return text;
  return undefined;
}
