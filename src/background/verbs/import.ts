import { ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import type { importVerbs } from '../../platform/verbs/import.ts';
import { setFinalAlarm } from '../alarms.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { runIsolated } from '../run-isolated.ts';

/**
 * Answers the verbs of `platform/verbs/import.ts`. Where LIVEs changed that were known before, the alarm for those
 * whose figures still move is set anew. The seller doesn't wait for it, as it reads every LIVE. A LIVE that a file
 * alone tells of isn't asked about; should the file say no figure of it, the next round finds it.
 */
export const importHandlers: HandlersOf<typeof importVerbs> = {
  /** Lays rows aside for a preview. */
  'import.stage': async ({ import: id, lives }) => {
    const generation = currentGeneration();
    const archive = await shopArchive();
    const staged = await generation.write(() => archive.stageImport(id, lives, now()));
    return ok({ staged });
  },

  /** What would become of each row. */
  'import.preview': async ({ import: id }) =>
    ok({ lives: await (await shopArchive()).previewImport(id) }),

  /** Adds the rows that lie aside. */
  'import.commit': async ({ import: id, files }) => {
    const generation = currentGeneration();
    const archive = await shopArchive();
    const done = await generation.write(() => archive.commitImport(id, files, now()));
    if (!done.ok) return done;
    if (done.value.updated > 0) void runIsolated(setFinalAlarm);
    return ok({ import: done.value });
  },

  /** Drops what lies aside. */
  'import.discard': async ({ import: id }) => {
    await (await shopArchive()).discardImport(id);
    return ok({});
  },

  /** Takes an import back. */
  'import.undo': async ({ import: id }) => {
    const generation = currentGeneration();
    const archive = await shopArchive();
    const done = await generation.write(() => archive.undoImport(id, now()));
    if (!done.ok) return done;
    const { updated, undone } = done.value;
    if (updated > 0 || (undone?.kept ?? 0) > 0) void runIsolated(setFinalAlarm);
    return ok({ import: done.value });
  },

  /** The last imports, newest first. */
  'import.list': async () => ok({ imports: await (await shopArchive()).imports() }),
};
