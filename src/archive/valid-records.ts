import * as v from 'valibot';
import type { Schema } from './transactions.ts';

/** Of records, or of keys, those that can be read, in their order; the others stay where they are. */
export function validOf<T>(records: readonly unknown[], schema: Schema<T>): T[] {
  return records.flatMap((record) => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });
}
