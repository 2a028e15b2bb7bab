import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { emptySession, mergePart } from '../../metrics/merge.ts';
import type { Session, SessionPart } from '../../metrics/session.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import { derive } from '../../sources/seller-center/derive.ts';
import { isRecord } from '../../sources/seller-center/fields.ts';
import { parseJson } from '../../sources/seller-center/json.ts';
import { readObserved } from '../../sources/seller-center/observed.ts';
import { type Given, nothingGiven, type Problem } from './given-live.ts';

const DETAIL = '/insights/workbench/live/detail/';

/** The path of an endpoint by the name of the file that holds its answer; a name may go on behind it. */
const paths: readonly (readonly [start: string, path: string])[] = [
  ['core-stats', `/api/v1${DETAIL}core/stats`],
  ['trend-chart', `/api/v1${DETAIL}trend/chart`],
  ['product-list', `/api/v1${DETAIL}product/list`],
  ['event-timeline', `/api/v1${DETAIL}event/timeline`],
  ['user-portrait', `/api/v1${DETAIL}user/portrait`],
  ['room-status', `/api/v1${DETAIL}room/status`],
  ['room-info', `/api/v1${DETAIL}room/info`],
  ['source-new', `/api/v3${DETAIL}source/new`],
];

/** Request bodies by endpoint; tells which LIVE the answers are of. */
const REQUESTS = 'requests.json';

/**
 * Reads a folder of answers of Seller Center, a file an answer, named after its endpoint
 * (`core-stats.json`), with the requests in `requests.json`; a file may also hold its request beside its
 * answer (`{request: {path, body}, answer}`). A file in place of a folder is a sample of a problem report:
 * `{answers}`, a list of such pairs.
 *
 * @param named the LIVE that the answers are of, where none of the files says it
 */
export function readAnswers(folder: string, named: RoomId | undefined): Given {
  let names: readonly string[];
  try {
    if (statSync(folder).isFile()) return readSample(folder, named);
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    return failed(folder, error);
  }
  const room = named ?? roomIn(jsonIn(join(folder, REQUESTS)));
  const answers = names.toSorted().flatMap((name): Found[] => {
    const file = join(folder, name);
    const known = paths.find(([start]) => name.startsWith(start))?.[1];
    return name === REQUESTS ? [] : [{ content: jsonIn(file), file, known, at: changedAt(file) }];
  });
  return givenBy(answers, folder, room);
}

/** An answer as it lies somewhere, and where. */
interface Found {
  readonly content: unknown;
  readonly file: string;
  /** The path that the file's name tells, where it does. */
  readonly known?: string | undefined;
  readonly at: UnixMs;
}

function readSample(file: string, named: RoomId | undefined): Given {
  const content = jsonIn(file);
  const pairs: readonly unknown[] =
    isRecord(content) && Array.isArray(content.answers) ? content.answers : [];
  const at = changedAt(file);
  const answers = pairs.map((pair, place) => ({
    content: pair,
    file: `${file}, ${place + 1}`,
    at,
  }));
  return givenBy(answers, file, named);
}

function givenBy(answers: readonly Found[], from: string, room: RoomId | undefined): Given {
  const rooms = new Map<RoomId, Session>();
  const problems: Problem[] = [];
  for (const answer of answers) {
    const parts = partsIn(answer, room);
    if ('reason' in parts) problems.push(parts);
    else for (const part of parts.parts) add(rooms, part);
  }
  if (rooms.size === 0 && problems.length === 0) {
    return { ...nothingGiven, problems: [{ file: from, reason: { key: 'cli_no_answers' } }] };
  }
  return { lives: [...rooms.values()].map((session) => ({ session: derive(session) })), problems };
}

function add(rooms: Map<RoomId, Session>, part: SessionPart): void {
  const { id } = part.room;
  rooms.set(id, mergePart(rooms.get(id) ?? emptySession(id), part));
}

/** What an answer says, or a pair of request and answer. */
function partsIn(
  { content, file, known, at }: Found,
  room: RoomId | undefined,
): { readonly parts: readonly SessionPart[] } | Problem {
  const request = isRecord(content) && isRecord(content.request) ? content.request : undefined;
  const own = request !== undefined && isRecord(content) ? content.answer : undefined;
  const path = typeof request?.path === 'string' ? request.path : known;
  if (path === undefined) return { file, reason: { key: 'cli_answer_unknown' } };
  const body = request?.body ?? { request: { room_filter: { room_id: room } } };
  const read = readObserved({
    url: path,
    status: 200,
    request: JSON.stringify(body),
    body: JSON.stringify(own ?? content),
    at,
  });
  if (!read.ok) return { file, reason: read.fault.text };
  if (read.value === undefined) return { file, reason: { key: 'cli_answer_no_room' } };
  return { parts: [read.value.part, ...read.value.others] };
}

/** The first room id that a request names. */
function roomIn(requests: unknown): RoomId | undefined {
  if (!isRecord(requests)) return undefined;
  for (const value of Object.values(requests)) {
    const filter =
      isRecord(value) && isRecord(value.request) ? value.request.room_filter : undefined;
    const id = isRecord(filter) ? filter.room_id : undefined;
    const room = typeof id === 'string' ? parseRoomId(id) : undefined;
    if (room !== undefined) return room;
  }
  return undefined;
}

function jsonIn(file: string): unknown {
  try {
    const read = parseJson(readFileSync(file, 'utf8'));
    return read.ok ? read.value : undefined;
  } catch {
    return undefined;
  }
}

const changedAt = (file: string): UnixMs => unixMs(Math.round(statSync(file).mtimeMs));

function failed(file: string, error: unknown): Given {
  const problem = error instanceof Error ? error.message : String(error);
  const values = {
    file: { kind: 'text', text: file },
    problem: { kind: 'text', text: problem },
  } as const;
  return { lives: [], problems: [{ file, reason: { key: 'cli_unreadable', values } }] };
}
