import { readFileSync, statSync } from 'node:fs';
import { unixMs } from '../../metrics/time.ts';
import { readExport } from '../../sources/exports/read-export.ts';
import type { SheetAbout } from '../../sources/exports/rows-to-lives.ts';
import { unreadColumns } from '../../sources/exports/unread-columns.ts';
import type { Given, Problem } from './given-live.ts';

/** Stands for the one account of files in which nothing names it. */
const OWNER = 'the files';

/** Reads the LIVEs of an export of Seller Center, and says of each row and column that it can't read why. */
export async function readExportFile(
  file: string,
  told: Pick<SheetAbout, 'region' | 'dayOrder'>,
): Promise<Given> {
  let bytes: Uint8Array;
  let at: number;
  try {
    bytes = readFileSync(file);
    at = statSync(file).mtimeMs;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return failed(file, {
      key: 'cli_unreadable',
      values: { file: { kind: 'text', text: file }, problem: { kind: 'text', text: problem } },
    });
  }
  const read = await readExport(bytes, { owner: OWNER, at: unixMs(Math.round(at)), ...told });
  if (!read.ok) return failed(file, read.problem);
  return {
    lives: read.rows.flatMap((row) => ('session' in row ? [{ session: row.session }] : [])),
    problems: [
      ...unreadColumns(read).map((reason): Problem => ({ file, reason })),
      ...read.unreadCells.flatMap(({ head, rows }) =>
        rows.map(
          (row): Problem => ({
            file,
            row,
            reason: { key: 'cli_cell_unread', values: { column: { kind: 'text', text: head } } },
          }),
        ),
      ),
      ...read.rows.flatMap((row): Problem[] =>
        'problem' in row ? [{ file, row: row.row, reason: row.problem }] : [],
      ),
    ],
  };
}

const failed = (file: string, reason: Problem['reason']): Given => ({
  lives: [],
  problems: [{ file, reason }],
});
