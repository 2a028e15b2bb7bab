import * as v from 'valibot';
import type { TerminalText, TerminalValue } from './text.ts';

/** The text as JSON, or what is wrong with it, as a phrase without an end. */
export function parseSessionJson(
  text: string,
):
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problem: TerminalText } {
  try {
    return { ok: true, data: JSON.parse(text) };
  } catch (error) {
    const problem = plain(error instanceof Error ? error.message : String(error));
    return { ok: false, problem: { key: 'cli_session_json', values: { problem } } };
  }
}

/**
 * What is wrong with a session, as a phrase without an end: the field, what is expected there and what
 * was found.
 *
 * @param inside the field that the whole file stands for, where it is no more than that
 */
export function sessionProblem(issue: v.BaseIssue<unknown>, inside?: string): TerminalText {
  const field = fieldOf(v.getDotPath(issue), inside);
  const { expected, received } = issue;
  if (received === 'undefined') return { key: 'cli_session_missing', values: { field } };
  const found = plain(received);
  return expected === null
    ? { key: 'cli_session_value', values: { field, found } }
    : { key: 'cli_session_field', values: { field, expected: plain(expected), found } };
}

function fieldOf(path: string | null, inside: string | undefined): TerminalValue {
  if (path === null || path === inside) return { kind: 'message', message: 'cli_top_level' };
  const head = `${inside}.`;
  return plain(path.startsWith(head) ? path.slice(head.length) : path);
}

function plain(text: string): TerminalValue {
  return { kind: 'text', text };
}
