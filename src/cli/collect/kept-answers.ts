import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { type LiveAnswers, LiveAnswersSchema } from '../../sources/open-api/live-answers.ts';
import { type ListRow, readListRow } from '../../sources/open-api/read-live.ts';
import { fileNames } from '../whole-file.ts';
import { dayIn } from './days-asked.ts';

/** A part of a LIVE that is asked for beside its row of the list. */
export type LivePart = Exclude<keyof LiveAnswers['refused'], undefined>;

/** Where the answers about all shops lie. */
export const answersFolder = (out: string): string => join(out, '.collect');

/** What was answered of a shop's LIVEs, a file each: an answer is kept as soon as it has come. */
export const answersOfShop = (out: string, shop: string): string => join(answersFolder(out), shop);

/** The answers that an earlier run kept; a file that can't be read is as if it weren't there. */
export function keptAnswers(folder: string): ReadonlyMap<RoomId, LiveAnswers> {
  const kept = new Map<RoomId, LiveAnswers>();
  for (const name of fileNames(folder)) {
    const id = v.safeParse(RoomIdSchema, name.replace(/\.json$/, ''));
    if (!id.success || !name.endsWith('.json')) continue;
    try {
      const text = readFileSync(join(folder, name), 'utf8');
      const read = v.safeParse(LiveAnswersSchema, JSON.parse(text));
      if (read.success) kept.set(id.output, read.output);
    } catch {
      // The API is asked for it again.
    }
  }
  return kept;
}

/**
 * Whether nothing of a LIVE is asked for any more: all of it is there, and each part was read when its
 * figures no longer moved.
 * @param zone the shop's, as IANA names it
 */
export function isDone(answers: LiveAnswers, zone: string): boolean {
  const row = readListRow(answers.id, answers.list.data);
  return (
    isFinalAt(answers, row, answers.list.at, zone) &&
    (!row.isOwn || isPartDone(answers, 'minutes', zone)) &&
    isPartDone(answers, 'products', zone)
  );
}

/** The same of one part. One that was refused keeps what was answered before, and is asked for again. */
export function isPartDone(answers: LiveAnswers, part: LivePart, zone: string): boolean {
  const at = answers[part]?.at;
  if (at === undefined || answers.refused[part] !== undefined) return false;
  return isFinalAt(answers, readListRow(answers.id, answers.list.data), at, zone);
}

/** Whether a LIVE's figures are final when something is read, and those of the shop reach its day by then. */
function isFinalAt({ list }: LiveAnswers, row: ListRow, at: UnixMs, zone: string): boolean {
  const phase = phaseOf({ startedAt: row.startedAt, endedAt: row.endedAt }, at);
  if (phase.name !== 'final') return false;
  return list.availableTo === undefined || dayIn(zone, toMs(phase.endedAt)) <= list.availableTo;
}
