import type { Origin } from '../../metrics/figure.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { Part, SessionPart } from '../../metrics/session.ts';
import { isRecord } from './fields.ts';

/** What is known around an answer. */
export interface ReadingContext {
  /** The room asked for; absent where the answer itself names its rooms. */
  readonly room?: RoomId | undefined;
  readonly origin: Origin;
  /** The parsed body of the request, where it is known. */
  readonly request?: unknown;
}

/** How an endpoint is asked about a room. */
interface EndpointQuestion {
  /** The part of the session that it answers. */
  readonly part: Part;
  /** The version in its path; v1 when absent. */
  readonly version?: string;
  /**
   * All the ids it is asked for, as the pages of a country ask for them; absent for an endpoint that
   * answers the same whatever it is asked.
   */
  readonly ids?: (country?: string) => readonly number[];
  /** What the request says beside the room and the ids. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** For how many milliseconds an answer is fresh while the LIVE runs; for a minute when absent. */
  readonly freshFor?: number;
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
  /** How it is asked about a room; absent for what is only read when the page asks for it. */
  readonly asked?: EndpointQuestion;
  readonly read: (data: Record<string, unknown>, context: ReadingContext) => SessionPart[];
}

/** A reader of an endpoint that the extension itself asks. */
export interface AskedReader extends Reader {
  readonly asked: EndpointQuestion;
}

/** The ids a request asked for; empty when the request isn't known. */
export function askedIds(request: unknown): readonly number[] {
  const inner = isRecord(request) ? request.request : undefined;
  const ids = isRecord(inner) ? inner.stats_types : undefined;
  return Array.isArray(ids) ? ids.filter((id: unknown) => typeof id === 'number') : [];
}
