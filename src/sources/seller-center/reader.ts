import type { Origin } from '../../metrics/figure.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { SessionPart } from '../../metrics/session.ts';
import { isRecord } from './fields.ts';

/** What is known around an answer. */
export interface ReadingContext {
  /** The room asked for; absent where the answer itself names its rooms. */
  readonly room?: RoomId | undefined;
  readonly origin: Origin;
  /** The parsed body of the request, where it is known. */
  readonly request?: unknown;
}

/**
 * Reads the `data` of one endpoint's answers. `read` never throws: a field that can't be read
 * becomes a gap of the part and the rest is read. Most answers give one part, a list gives one a
 * room; none at all when the room isn't known.
 */
export interface Reader {
  /** The endpoint's name in origins and gaps ("core/stats"). */
  readonly endpoint: string;
  /** Whether an answer from this path is this reader's. */
  readonly path: RegExp;
  /** Recognises an answer by its shape, for an endpoint whose path isn't known. */
  readonly shape?: (data: Record<string, unknown>) => boolean;
  readonly read: (data: Record<string, unknown>, context: ReadingContext) => SessionPart[];
}

/** The ids a request asked for; empty when the request isn't known. */
export function askedIds(request: unknown): readonly number[] {
  const inner = isRecord(request) ? request.request : undefined;
  const ids = isRecord(inner) ? inner.stats_types : undefined;
  return Array.isArray(ids) ? ids.filter((id: unknown) => typeof id === 'number') : [];
}
