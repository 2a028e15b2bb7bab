import * as v from 'valibot';
import { isNameless } from '../metrics/live/nameless.ts';
import { isFromOpenApi } from '../metrics/open-api-origin.ts';
import type { Session } from '../metrics/session.ts';
import type { Text } from '../metrics/text.ts';
import type { HearShare } from './exports/progress.ts';
import { MOST_BYTES, type ReadExport, readExport } from './exports/read-export.ts';
import type { ExportRow, SheetAbout } from './exports/rows-to-lives.ts';
import { SessionFileSchema } from './session-file.ts';

/** The layouts of LIVEs that the panel saved, and of those that the Open API gave, beside those of Seller Center's exports. */
const SAVED_LIVE = 'saved-live';
const OPEN_API = 'open-api';

/** Lines that are read between two words on how far it is. */
const LINES_A_WORD = 20;

/**
 * Reads a file that a seller gives: a LIVE that the panel saved (JSON), LIVEs that TikTok's Open API gave
 * (session files of one LIVE a line), or an export of Seller Center. What a file is tells its content, never
 * its name. Never throws.
 *
 * @param hear how much of it is read, as far as can be told
 */
export async function readGivenFile(
  bytes: Uint8Array,
  about: SheetAbout,
  hear?: HearShare,
): Promise<ReadExport> {
  const isJson = /^[\s\ufeff]*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
  return isJson ? readJson(bytes, hear) : readExport(bytes, about, hear);
}

function readJson(bytes: Uint8Array, hear: HearShare = () => undefined): ReadExport {
  if (bytes.length > MOST_BYTES) return refused({ key: 'export_too_large' });
  const text = new TextDecoder().decode(bytes);
  const whole = parsed(text);
  if (whole !== undefined) {
    const live = liveIn(whole.data);
    return 'session' in live ? livesOf([rowOf(1, live)]) : refused(live.problem);
  }
  const lines = text.split('\n');
  // A file that breaks off has one line, or lines that aren't a LIVE each.
  const first = parsed(lines.find((line) => line.trim() !== '') ?? '');
  if (lines.length < 2 || first === undefined || 'problem' in liveIn(first.data))
    return refused({ key: 'export_json_broken' });
  return livesOf(
    lines.flatMap((line, nth): readonly ExportRow[] => {
      if (nth % LINES_A_WORD === 0) hear(nth / lines.length);
      if (line.trim() === '') return [];
      const data = parsed(line);
      return [rowOf(nth + 1, data === undefined ? broken : liveIn(data.data))];
    }),
  );
}

type ReadLive = { readonly session: Session } | { readonly problem: Text };

const broken: ReadLive = { problem: { key: 'export_json_broken' } };

/** The session of one LIVE, or why it can't be read. */
function liveIn(data: unknown): ReadLive {
  if (!v.is(v.object({ session: v.looseObject({}) }), data))
    return { problem: { key: 'export_json' } };
  const file = v.safeParse(SessionFileSchema, data);
  if (file.success) return { session: file.output.session };
  const field = v.getDotPath(file.issues[0]) ?? 'session';
  return {
    problem: { key: 'export_json_field', values: { field: { kind: 'text', text: field } } },
  };
}

const rowOf = (row: number, live: ReadLive): ExportRow =>
  'session' in live
    ? { row, session: live.session, nameless: isNameless(live.session.room.id) }
    : { row, problem: live.problem };

function livesOf(rows: readonly ExportRow[]): ReadExport {
  const isOfApi = rows.some((row) => 'session' in row && isFromOpenApi(row.session));
  return {
    ok: true,
    layout: isOfApi ? OPEN_API : SAVED_LIVE,
    hiddenSheets: [],
    rows,
    read: [],
    undecided: [],
    unread: [],
    unreadCells: [],
  };
}

/** What a text says as JSON; undefined where it is none. */
function parsed(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const refused = (problem: Text): ReadExport => ({ ok: false, problem });
