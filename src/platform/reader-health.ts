import * as v from 'valibot';
import { UnixMsSchema } from '../metrics/time.ts';

/** How the last answer of one endpoint was read. */
const EndpointHealthSchema = v.object({
  at: UnixMsSchema,
  /** Fields that were expected and could not be read. */
  missing: v.array(v.string()),
  /** Figures that are there, or were asked for, and that no reader knows. */
  unknown: v.array(v.string()),
});

/** How well Seller Center's answers are read. */
const ReaderHealthSchema = v.object({
  /** By endpoint. */
  endpoints: v.record(v.string(), EndpointHealthSchema),
  /** Answers of analytics paths that no reader knows, counted by path; ids in a path are left out. */
  unread: v.record(v.string(), v.number()),
  /** The day up to which Seller Center said that its figures are final (2026-09-13), and when, where its page asked. */
  finalUpTo: v.optional(v.object({ day: v.pipe(v.string(), v.isoDate()), at: UnixMsSchema })),
});
export type ReaderHealth = v.InferOutput<typeof ReaderHealthSchema>;

/** storage.local key under which the worker keeps it; the options page watches it. */
export const HEALTH_KEY = 'reader-health';

const nothingRead: ReaderHealth = { endpoints: {}, unread: {} };

/** What is kept under the key; nothing where that is of another shape. */
export function healthIn(stored: unknown): ReaderHealth {
  const read = v.safeParse(ReaderHealthSchema, stored);
  return read.success ? read.output : nothingRead;
}
