import * as v from 'valibot';
import { isNameless } from '../metrics/live/nameless.ts';
import type { Text } from '../metrics/text.ts';
import type { HearShare } from './exports/progress.ts';
import { MOST_BYTES, type ReadExport, readExport } from './exports/read-export.ts';
import type { SheetAbout } from './exports/rows-to-lives.ts';
import { SessionFileSchema } from './session-file.ts';

/** The layout of a LIVE that the panel saved, beside those of Seller Center's exports. */
const SAVED_LIVE = 'saved-live';

/**
 * Reads a file that a seller gives: a LIVE that the panel saved (JSON), or an export of Seller Center. What
 * a file is tells its content, never its name. Never throws.
 *
 * @param hear how much of it is read, as far as can be told
 */
export async function readGivenFile(
  bytes: Uint8Array,
  about: SheetAbout,
  hear?: HearShare,
): Promise<ReadExport> {
  const isJson = /^[\s\ufeff]*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
  return isJson ? readSavedLive(bytes) : readExport(bytes, about, hear);
}

/** A saved LIVE as the one row of its file. */
function readSavedLive(bytes: Uint8Array): ReadExport {
  if (bytes.length > MOST_BYTES) return refused({ key: 'export_too_large' });
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refused({ key: 'export_json_broken' });
  }
  if (!v.is(v.object({ session: v.looseObject({}) }), data)) return refused({ key: 'export_json' });
  const file = v.safeParse(SessionFileSchema, data);
  if (!file.success) {
    const field = v.getDotPath(file.issues[0]) ?? 'session';
    return refused({ key: 'export_json_field', values: { field: { kind: 'text', text: field } } });
  }
  const { session } = file.output;
  return {
    ok: true,
    layout: SAVED_LIVE,
    hiddenSheets: [],
    rows: [{ row: 1, session, nameless: isNameless(session.room.id) }],
    read: [],
    undecided: [],
    unread: [],
    unreadCells: [],
  };
}

const refused = (problem: Text): ReadExport => ({ ok: false, problem });
