import * as v from 'valibot';
import { tell } from '../../archive/news.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { UnixMsSchema } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { PauseSchema } from '../../platform/history.ts';
import { withLock } from '../../platform/lock.ts';
import { currentGeneration } from '../data-generation.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The reading of earlier LIVEs as it is kept, past the end of the worker and of the browser. */
const HistorySchema = v.object({
  phase: v.picklist(['running', 'paused', 'stopped', 'done']),
  pause: v.optional(PauseSchema),
  /** Still to be read, newest start first. */
  waiting: v.array(RoomIdSchema),
  /** Those that wait whose figures are read already, so that they count as own LIVEs. */
  figuresRead: v.optional(v.array(RoomIdSchema), []),
  /** Those that wait without any figures to be had: their products and course may be there. */
  withoutFigures: v.optional(v.array(RoomIdSchema), []),
  read: count,
  unreadable: v.array(RoomIdSchema),
  /** How often Seller Center asked for patience, or didn't answer, since it last answered well. */
  slowed: count,
  /** Nothing is asked before this. */
  notBefore: v.optional(UnixMsSchema),
  /** How often each LIVE failed in a way that may pass. */
  tries: v.record(v.string(), count),
  /** What a request takes, of those answered lately. */
  msPerRequest: v.optional(v.number()),
});
export type History = v.InferOutput<typeof HistorySchema>;

const KEY = 'history';

/** Undefined where earlier LIVEs were never asked for, or everything was deleted since. */
export async function keptHistory(): Promise<History | undefined> {
  const stored = await browser.storage.local.get(KEY);
  const read = v.safeParse(HistorySchema, stored[KEY]);
  return read.success ? read.output : undefined;
}

/** Keeps what `next` makes of the history, one change after another, and tells the panels. */
export function changeHistory(
  next: (history: History | undefined) => History | undefined,
): Promise<History | undefined> {
  const change = async (): Promise<History | undefined> => {
    const before = await keptHistory();
    const after = next(before);
    if (after === undefined || after === before) return before;
    await browser.storage.local.set({ [KEY]: after });
    tell({ kind: 'history' });
    return after;
  };
  // Deleting everything waits for it, so that it never brings back what was deleted.
  return currentGeneration().write(() => withLock('live-diagnosis-history', change));
}
