import { StorageError } from '../archive/storage-error.ts';
import { fault } from '../metrics/fault.ts';

/**
 * The data kept between two deletions of everything. Work that takes a while holds the generation it
 * began in, so that what it learns late never brings back what the seller has deleted meanwhile.
 */
export interface DataGeneration {
  readonly number: number;
  /** Aborts when the generation is over. */
  readonly signal: AbortSignal;
  /** Writes while the generation lasts; rejects with a StorageError (`no-rooms`) once it is over. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
}

const writes = new Set<Promise<unknown>>();
let number = 0;
let end = new AbortController();

/** The generation that lasts now. It ends with the worker too, and so does all work that holds it. */
export function currentGeneration(): DataGeneration {
  const { signal } = end;
  return {
    number,
    signal,
    async write(work) {
      if (signal.aborted) throw new StorageError(fault('no-rooms', 'deleted meanwhile'));
      const writing = work();
      writes.add(writing);
      try {
        return await writing;
      } finally {
        writes.delete(writing);
      }
    },
  };
}

/** Ends the generation, and deletes once nothing of it is being written any more. */
export async function advanceGeneration(deleteAll: () => Promise<void>): Promise<void> {
  end.abort();
  end = new AbortController();
  number += 1;
  await Promise.allSettled(writes);
  await deleteAll();
}
