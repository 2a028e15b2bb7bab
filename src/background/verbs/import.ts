import { failed, fault, ok } from '../../metrics/fault.ts';
import type { importVerbs } from '../../platform/verbs/import.ts';
import type { HandlersOf } from '../messaging/router.ts';

/** Answers the verbs of `platform/verbs/import.ts`. */
export const importHandlers: HandlersOf<typeof importVerbs> = {
  /** Lays rows aside for a preview. */
  'import.stage': async ({ lives }) => ok({ staged: lives.length }),

  /** What would become of each row. */
  'import.preview': async () => ok({ lives: [] }),

  /** Adds the rows that lie aside. */
  'import.commit': async () => failed(fault('import-gone')),

  /** Drops what lies aside. */
  'import.discard': async () => ok({}),

  /** Takes an import back. */
  'import.undo': async () => failed(fault('import-gone')),

  /** The last imports, newest first. */
  'import.list': async () => ok({ imports: [] }),
};
