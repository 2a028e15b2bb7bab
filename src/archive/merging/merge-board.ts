import { mergePatch } from '../../metrics/board/merge-plans.ts';
import { MOST_TAGS, NOTE_LENGTH, type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { type Plan, PlanSchema, patchedPlan } from '../../metrics/board/plan.ts';
import { type LiveNote, MOST_OF_NOTE, NoteSchema } from '../../metrics/note.ts';
import type { StoreName } from '../stores.ts';
import {
  put,
  reading,
  readOrQuarantine,
  type Schema,
  type Writing,
  writing,
} from '../transactions.ts';
import { validOf } from '../valid-records.ts';
import type { MergedPair } from './merged-pair.ts';

/**
 * Everything on either board, every plan and every note on a LIVE. Answers for how many things no room was for the words of
 * both, so that those of here stand alone.
 */
export async function mergeBoard(pair: MergedPair): Promise<number> {
  const [pinned, plans, notes, pictures] = await Promise.all([
    allOf(pair, 'pinned', PinnedSchema),
    allOf(pair, 'plans', PlanSchema),
    allOf(pair, 'notes', NoteSchema),
    reading(pair.here, (database) => database.getAll('pictures')),
  ]);
  return writing(pair.base, ['pinned', 'plans', 'pictures', 'notes'], async (transaction) => {
    let kept = 0;
    for (const here of pinned) {
      const there = await readOrQuarantine(transaction, 'pinned', here.id, PinnedSchema);
      const merged = there === undefined ? here : bothPinned(here, there);
      if (merged === undefined) kept += 1;
      await put(transaction, 'pinned', merged ?? here, PinnedSchema);
    }
    for (const here of notes) {
      const there = await readOrQuarantine(transaction, 'notes', here.id, NoteSchema);
      const merged = there === undefined ? here : bothNotes(here, there);
      if (merged === undefined) kept += 1;
      await put(transaction, 'notes', merged ?? here, NoteSchema);
    }
    kept += await mergePlans(transaction, plans);
    await Promise.all(pictures.map((record) => transaction.objectStore('pictures').put(record)));
    return kept;
  });
}

/** One pinned thing with the notes and tags of both; undefined where they are too long together. */
function bothPinned(here: Pinned, there: Pinned): Pinned | undefined {
  const note =
    there.note === '' || here.note.includes(there.note)
      ? here.note
      : [here.note, there.note].filter((one) => one !== '').join('\n\n');
  if (note.length > NOTE_LENGTH) return undefined;
  const tags = [...new Set([...here.tags, ...there.tags])].slice(0, MOST_TAGS);
  return { ...here, note, tags };
}

/** One note on a LIVE with the words of both, as two windows' are put together; undefined where they are too long. */
function bothNotes(here: LiveNote, there: LiveNote): LiveNote | undefined {
  if (here.words.includes(there.words)) return here;
  const words = `${here.words} / ${there.words}`;
  return words.length > MOST_OF_NOTE ? undefined : { ...here, words };
}

/** Of one plan the version that was changed last; a second open one hands its items on to the one of here. */
async function mergePlans(transaction: Writing, plans: readonly Plan[]): Promise<number> {
  for (const here of plans) {
    const there = await readOrQuarantine(transaction, 'plans', here.id, PlanSchema);
    const isNewer = there !== undefined && there.changedAt > here.changedAt;
    await put(transaction, 'plans', isNewer ? there : here, PlanSchema);
  }
  const mine = new Set<string>(plans.filter(({ state }) => state === 'open').map(({ id }) => id));
  const records = await transaction.objectStore('plans').getAll();
  const open = validOf(records, PlanSchema).filter(({ state }) => state === 'open');
  const [first, ...others] = open.toSorted(
    (one, other) =>
      Number(mine.has(other.id)) - Number(mine.has(one.id)) || other.madeAt - one.madeAt,
  );
  let stands = first;
  let kept = 0;
  for (const other of others) {
    if (stands === undefined) break;
    const next = patchedPlan(stands, mergePatch(other, stands), stands.changedAt);
    if (next.ok) {
      stands = next.value;
      await transaction.objectStore('plans').delete(other.id);
    } else {
      // Too many items for one: it is kept as a plan that is over.
      kept += 1;
      await put(transaction, 'plans', { ...other, state: 'closed' }, PlanSchema);
    }
  }
  if (stands !== undefined) await put(transaction, 'plans', stands, PlanSchema);
  return kept;
}

async function allOf<T>(
  { here }: MergedPair,
  store: StoreName,
  schema: Schema<T>,
): Promise<readonly T[]> {
  const records = await reading(here, (database) => database.getAll(store));
  return validOf(records, schema);
}
