import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { HISTORY_SECONDS } from '../../metrics/live/history-span.ts';
import { startedOrCreated } from '../../metrics/live/latest.ts';
import { type ShortVerdict, ShortVerdictSchema } from '../../metrics/short-verdict.ts';
import { browser } from '../../platform/browser.ts';
import { withLock } from '../../platform/lock.ts';
import { currentGeneration } from '../data-generation.ts';

const KeptSchema = v.object({
  /** What it rests on, see `metrics/live/ground.ts`. */
  ground: v.number(),
  /** Absent where the LIVE can't be compared. */
  verdict: v.optional(ShortVerdictSchema),
});
type Kept = v.InferOutput<typeof KeptSchema>;

const KEY = 'verdicts';
const AllSchema = v.fallback(v.array(v.tuple([RoomIdSchema, KeptSchema])), []);

/** As many LIVEs as a seller may come back to. */
const MOST = 200;

/**
 * The verdict that was worked out of a LIVE on the same ground; undefined where there is none, or figures have
 * changed since.
 */
export async function keptVerdict(
  room: RoomId,
  ground: number,
): Promise<{ readonly verdict?: ShortVerdict | undefined } | undefined> {
  const known = (await all()).find(([id]) => id === room)?.[1];
  return known?.ground === ground ? known : undefined;
}

/** Keeps a verdict; of many LIVEs the latest ones. */
export async function keepVerdict(room: RoomId, kept: Kept): Promise<void> {
  await change((known) => [[room, kept], ...known.filter(([id]) => id !== room)]);
}

/** Forgets every verdict: they were worked out against something that the seller has changed. */
export async function forgetVerdicts(): Promise<void> {
  await change(() => []);
}

/**
 * Forgets the verdicts on LIVEs that started more than three months after one that changed: no number of what they
 * rest on shows it, though whose LIVEs the others are may follow from it. That may follow from a newer LIVE as well,
 * as where the first one names an account by its number and its handle; such a verdict stays until its own ground
 * changes or the panel works it out anew. A LIVE that runs changes each minute, and would have all of them forgotten.
 */
export async function forgetVerdictsAfter(changed: readonly RoomId[]): Promise<void> {
  const oldest = Math.min(...changed.map((id) => startedOrCreated({ id })));
  const rests = ([id]: readonly [RoomId, Kept]): boolean =>
    startedOrCreated({ id }) - HISTORY_SECONDS <= oldest;
  // Of most LIVEs that change nothing is to be forgotten.
  if (!(await all()).every(rests)) await change((known) => known.filter(rests));
}

async function all(): Promise<v.InferOutput<typeof AllSchema>> {
  const stored = await browser.storage.local.get(KEY);
  return v.parse(AllSchema, stored[KEY]);
}

/** Deleting everything waits for it, so that it never brings back what was deleted. */
function change(
  next: (known: readonly [RoomId, Kept][]) => readonly [RoomId, Kept][],
): Promise<void> {
  return currentGeneration().write(() =>
    withLock('live-diagnosis-verdicts', async () => {
      const verdicts = next(await all()).slice(0, MOST);
      if (verdicts.length === 0) await browser.storage.local.remove(KEY);
      else await browser.storage.local.set({ [KEY]: verdicts });
    }),
  );
}
