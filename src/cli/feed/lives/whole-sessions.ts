import { readFile } from 'node:fs/promises';
import type { Session } from '../../../metrics/session.ts';
import { readExport } from '../../../sources/exports/read-export.ts';
import { linesOf } from './lines.ts';
import { readWhole } from './session-text.ts';
import type { SourceFile, Usual } from './task.ts';

/**
 * Reads sessions of a file again with all their parts, from the places where their rows say they
 * lie; a session that is broken beyond what a row needs is not among them.
 */
export async function wholeSessions(
  file: SourceFile,
  places: readonly number[],
  usual: Usual,
): Promise<ReadonlyMap<number, Session>> {
  const sessions = new Map<number, Session>();
  if (file.kind === 'export') {
    const about = {
      owner: file.owner,
      at: file.changed,
      region: usual.region,
      dayOrder: usual.dates,
    };
    const read = await readExport(await readFile(file.path), about);
    for (const [place, row] of read.ok ? read.rows.entries() : [])
      if ('session' in row && places.includes(place)) sessions.set(place, row.session);
    return sessions;
  }
  for (const place of places) {
    const isLines = file.kind === 'lines';
    const text = isLines ? await lineAt(file.path, place) : await readFile(file.path, 'utf8');
    const read = readWhole(text ?? '');
    if (read.ok) sessions.set(place, read.value.session);
  }
  return sessions;
}

async function lineAt(path: string, at: number): Promise<string | undefined> {
  for await (const { text } of linesOf(path, at, at + 1)) return text;
  return undefined;
}
