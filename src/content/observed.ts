/** A copy of an answer that the page asked for itself. */
export interface Observed {
  /** Absolute, as asked. */
  readonly url: string;
  /** The request's body, where it was text. */
  readonly request?: string;
  /** HTTP status. */
  readonly status: number;
  /** The answer's text. */
  readonly body: string;
}

/** Carries one {@link Observed} as JSON text from the page's world to the launcher's. */
export const OBSERVED_EVENT = 'live-diagnosis:observed';

/** Asks observers that are already in the page to stop copying. */
export const REST_EVENT = 'live-diagnosis:rest';

/** Limits of what is copied, in characters; the worker's schema for `page.observed` has the same. */
export const MAX_BODY = 4_000_000;
export const MAX_REQUEST = 100_000;
export const MAX_URL = 4_000;
