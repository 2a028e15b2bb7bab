import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
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
const AllSchema = v.fallback(v.array(v.tuple([v.string(), KeptSchema])), []);

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

async function all(): Promise<v.InferOutput<typeof AllSchema>> {
  const stored = await browser.storage.local.get(KEY);
  return v.parse(AllSchema, stored[KEY]);
}

/** Deleting everything waits for it, so that it never brings back what was deleted. */
function change(
  next: (known: readonly [string, Kept][]) => readonly [string, Kept][],
): Promise<void> {
  return currentGeneration().write(() =>
    withLock('live-diagnosis-verdicts', async () => {
      const verdicts = next(await all()).slice(0, MOST);
      if (verdicts.length === 0) await browser.storage.local.remove(KEY);
      else await browser.storage.local.set({ [KEY]: verdicts });
    }),
  );
}
