/** A copy of an answer that the page asked for itself. */
export interface Observed {
  /** Absolute, as asked. */
  readonly url: string;
  /** The request's body, where it was text. */
  readonly request?: string | undefined;
  /** HTTP status. */
  readonly status: number;
  /** The answer's text. */
  readonly body: string;
}

/** Limits of what is copied and passed on, in characters. */
export const MAX_BODY = 4_000_000;
export const MAX_REQUEST = 100_000;
export const MAX_URL = 4_000;
