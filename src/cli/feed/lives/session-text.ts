import * as v from 'valibot';
import { SessionSchema } from '../../../metrics/session.ts';
import { SessionFileSchema } from '../../../sources/session-file.ts';
import { parseSessionJson, sessionProblem } from '../../session-problem.ts';
import type { TerminalText } from '../../text.ts';

const { shop, category } = SessionFileSchema.entries;

/** Of a million sessions only what a row needs is checked; of the chosen ones everything is. */
const NeededSchema = v.pick(SessionSchema, [
  'version',
  'room',
  'currency',
  'figures',
  'comparisons',
  'products',
  'origins',
  'gaps',
  'simulated',
]);

const aroundOf = <S extends v.GenericSchema>(session: S) => v.object({ session, shop, category });
const FileSchema = aroundOf(NeededSchema);
const WholeFileSchema = aroundOf(SessionSchema);

export type NeededFile = v.InferOutput<typeof FileSchema>;
export type WholeFile = v.InferOutput<typeof WholeFileSchema>;

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TerminalText };

/** What a row needs of a session file's text, or of a session alone; or what is wrong with it. */
export function readNeeded(text: string): Read<NeededFile> {
  return read(text, FileSchema);
}

/** The whole of it. */
export function readWhole(text: string): Read<WholeFile> {
  return read(text, WholeFileSchema);
}

function read<S extends v.GenericSchema>(text: string, schema: S): Read<v.InferOutput<S>> {
  const parsed = parseSessionJson(text);
  if (!parsed.ok) return parsed;
  const { data } = parsed;
  const isFile = typeof data === 'object' && data !== null && 'session' in data;
  const result = v.safeParse(schema, isFile ? data : { session: data }, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problem: sessionProblem(result.issues[0], isFile ? undefined : 'session') };
}
