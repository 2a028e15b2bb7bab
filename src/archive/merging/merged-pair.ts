import type { Connection } from '../connection.ts';

/** Two archives of this build's version. */
export interface MergedPair {
  /** What a snapshot has; becomes the two together. */
  readonly base: Connection;
  /** What is here now; only read. */
  readonly here: Connection;
}
