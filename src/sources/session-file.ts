import * as v from 'valibot';
import { BenchmarkSchema, PastLiveSchema } from '../metrics/benchmark.ts';
import { CategoryIdSchema } from '../metrics/ids.ts';
import { SessionSchema } from '../metrics/session.ts';

/** An earlier LIVE; without a creator it is taken for one of the session's own account. */
const EarlierLiveSchema = v.object({
  ...PastLiveSchema.entries,
  creator: v.optional(v.object({ id: v.optional(v.string()), handle: v.optional(v.string()) })),
});
export type EarlierLive = v.InferOutput<typeof EarlierLiveSchema>;

/**
 * One LIVE as a file, as the panel saves it and takes it back, and the terminal reads it; optionally with
 * the account's earlier LIVEs and a benchmark. Without a benchmark the session's own comparisons serve.
 */
export const SessionFileSchema = v.object({
  session: SessionSchema,
  history: v.optional(v.array(EarlierLiveSchema)),
  benchmark: v.optional(BenchmarkSchema),
  /** Whose LIVE it is, where a shop streams from several accounts; a feed counts shops. */
  shop: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  /** The LIVE's category, where its products don't say it. */
  category: v.optional(CategoryIdSchema),
});
