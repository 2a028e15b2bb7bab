import * as v from 'valibot';
import {
  ImportedFilesSchema,
  ImportedLiveSchema,
  ImportIdSchema,
  type ImportPreview,
  type ImportRecord,
  MOST_STAGED,
} from '../../metrics/imports.ts';
import { defineVerb, reply } from './define-verb.ts';

const named = v.object({ import: ImportIdSchema });

/**
 * The import of export files into the seller's own archive. Rows are staged first, a few at a time, and
 * nothing of the LIVEs is changed before `import.commit`.
 */
export const importVerbs = {
  /** Lays rows aside for a preview; what is neither added nor discarded is gone after a day. */
  'import.stage': defineVerb({
    from: 'panel',
    request: v.object({
      import: ImportIdSchema,
      lives: v.pipe(v.array(ImportedLiveSchema), v.maxLength(MOST_STAGED)),
    }),
    /** How many LIVEs of the import lie aside now. */
    reply: reply<{ readonly staged: number }>(),
    idempotent: true,
  }),
  /** What would become of each row, in the order in which they were staged. */
  'import.preview': defineVerb({
    from: 'panel',
    request: named,
    reply: reply<{ readonly lives: readonly ImportPreview[] }>(),
    idempotent: true,
  }),
  /** Adds all rows to the LIVEs, or none of them. Fault `import-gone` where no row lies aside any more. */
  'import.commit': defineVerb({
    from: 'panel',
    request: v.object({ import: ImportIdSchema, files: ImportedFilesSchema }),
    reply: reply<{ readonly import: ImportRecord }>(),
    idempotent: true,
  }),
  /** Drops what lies aside of an import. */
  'import.discard': defineVerb({
    from: 'panel',
    request: named,
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
  /** Takes back what an import added; what was answered since stays. Fault `import-gone` where there is no such import. */
  'import.undo': defineVerb({
    from: 'panel',
    request: named,
    reply: reply<{ readonly import: ImportRecord }>(),
    idempotent: true,
  }),
  /** The last ten imports, newest first. */
  'import.list': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly imports: readonly ImportRecord[] }>(),
    idempotent: true,
  }),
};
