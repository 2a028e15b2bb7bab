import { readFileSync } from 'node:fs';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { BenchmarkSchema, PastLiveSchema } from '../metrics/benchmark.ts';
import { CategoryIdSchema } from '../metrics/ids.ts';
import { SessionSchema } from '../metrics/session.ts';
import { parseSessionJson, sessionProblem } from './session-problem.ts';
import type { TerminalText, TerminalValue } from './text.ts';

/** An earlier LIVE; without a creator it is taken for one of the session's own account. */
const EarlierLiveSchema = v.object({
  ...PastLiveSchema.entries,
  creator: v.optional(v.object({ id: v.optional(v.string()), handle: v.optional(v.string()) })),
});
export type EarlierLive = v.InferOutput<typeof EarlierLiveSchema>;

/**
 * What the terminal reads: one LIVE, and optionally the account's earlier LIVEs and a benchmark.
 * Without a benchmark the session's own comparisons serve.
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
type SessionFile = v.InferOutput<typeof SessionFileSchema>;

/** A session file, or one sentence on what is wrong with it. */
export type ReadFile =
  | { readonly ok: true; readonly value: SessionFile }
  | { readonly ok: false; readonly problem: TerminalText };

/** Reads and checks a session file; the problem names the file and the field. */
export function readSessionFile(file: string): ReadFile {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const values = { file: plain(file), problem: plain(reason(error)) };
    return { ok: false, problem: { key: 'cli_unreadable', values } };
  }
  const parsed = parseSessionJson(content);
  if (!parsed.ok) return noSession(file, parsed.problem);
  const read = v.safeParse(SessionFileSchema, parsed.data);
  if (read.success) return { ok: true, value: read.output };
  return noSession(file, sessionProblem(read.issues[0]));
}

/** The JSON schema of a session file, for editors and other programs. */
export function sessionFileSchema(): JsonSchema {
  // Brands and custom checks are about types, not about what a file may hold.
  return toJsonSchema(SessionFileSchema, { errorMode: 'ignore', ignoreActions: ['brand'] });
}

function noSession(file: string, problem: TerminalText): ReadFile {
  const values = { file: plain(file), problem: { kind: 'phrase', phrase: problem } } as const;
  return { ok: false, problem: { key: 'cli_bad_session', values } };
}

function plain(text: string): TerminalValue {
  return { kind: 'text', text };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
