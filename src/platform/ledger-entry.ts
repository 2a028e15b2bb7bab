import * as v from 'valibot';
import { RoomIdSchema } from '../metrics/ids.ts';
import { UnixMsSchema } from '../metrics/time.ts';

/** How many requests are kept: the last ones. */
export const LEDGER_LENGTH = 1_000;

/** One request the extension made, for the seller to read. */
export const LedgerEntrySchema = v.object({
  at: UnixMsSchema,
  host: v.string(),
  path: v.string(),
  room: v.optional(RoomIdSchema),
  via: v.picklist(['tab', 'worker']),
  /** HTTP status, or the fault code. */
  outcome: v.string(),
});
export type LedgerEntry = v.InferOutput<typeof LedgerEntrySchema>;
