import * as v from 'valibot';
import type { Migration } from './migration.ts';
import { rewriteRecords } from './rewrite-records.ts';

/** What version 6 kept of what a LIVE is compared with, and of what its steps are held against. */
const SettingsSchema = v.looseObject({
  basis: v.fallback(v.optional(v.picklist(['market', 'own', 'feed'])), undefined),
  target: v.fallback(
    v.optional(v.picklist(['attainable', 'peer', 'own-best', 'custom'])),
    undefined,
  ),
});

/**
 * The two choices as one. The seller's own figures win over a basis, and the best LIVE does. The pair that
 * stood there unless a seller chose otherwise is what is usual now, which has the same targets.
 */
function versusOf({ basis, target }: v.InferOutput<typeof SettingsSchema>): string {
  if (target === 'custom') return 'targets';
  if (target === 'own-best') return 'best';
  if (basis === 'feed') return 'feed';
  return basis === 'own' || target !== 'peer' ? 'usual' : 'market';
}

/** A record of `settings`; what it keeps beside them is left as it is. */
function withOneReference(record: unknown): unknown {
  const read = v.safeParse(SettingsSchema, record);
  if (!read.success || (read.output.basis === undefined && read.output.target === undefined)) {
    return record;
  }
  const { basis: _basis, target: _target, ...rest } = read.output;
  return { ...rest, versus: versusOf(read.output) };
}

/** What a LIVE is compared with and what its steps are held against became one choice. */
export const oneReference: Migration = {
  tells: 'migration_oneReference',
  migrate: (_database, transaction) => rewriteRecords(transaction, 'settings', withOneReference),
};
