import { readFileSync } from 'node:fs';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { SessionFileSchema } from '../sources/session-file.ts';
import { parseSessionJson, sessionProblem } from './session-problem.ts';
import type { TerminalText, TerminalValue } from './text.ts';

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
