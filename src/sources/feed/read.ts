import * as v from 'valibot';
import { type FaultCode, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { ABSURD, HOSTILE } from './problem.ts';
import { FEED_VERSION, OLDEST_READ } from './version.ts';

const HeadSchema = v.object({ format: v.string(), version: v.pipe(v.number(), v.integer()) });

/** A file of the feed: what it says it is, how large it may be, and its schema. */
interface Kind<S extends v.GenericSchema> {
  readonly format: string;
  readonly most: number;
  readonly schema: S;
}

/** Reads one file of a feed; never throws, and says why a file is refused. */
export function readFile<S extends v.GenericSchema>(
  text: string,
  { format, most, schema }: Kind<S>,
): Result<v.InferOutput<S>> {
  if (isLarger(text, most)) return failed(fault('feed-too-large'));
  const data = json(text);
  const head = v.safeParse(HeadSchema, data);
  if (!head.success || head.output.format !== format) return failed(fault('feed-other-file'));
  const { version } = head.output;
  if (version > FEED_VERSION) return failed(fault('feed-newer-version', String(version)));
  if (version < OLDEST_READ) return failed(fault('feed-older-version', String(version)));
  // At the first issue: a hostile file could hold a million.
  const read = v.safeParse(schema, data, { abortEarly: true, abortPipeEarly: true });
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  return failed(fault(codeOf(issue.message), v.getDotPath(issue) ?? undefined));
}

function isLarger(text: string, most: number): boolean {
  return text.length > most || new TextEncoder().encode(text).length > most;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(message: string): FaultCode {
  if (message === HOSTILE) return 'feed-hostile';
  return message === ABSURD ? 'feed-absurd' : 'feed-malformed';
}
