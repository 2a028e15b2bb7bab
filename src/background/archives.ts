import { createArchives } from '../archive/archives.ts';
import type { Which } from '../archive/names.ts';
import { StorageError } from '../archive/storage-error.ts';
import type { Archive } from '../archive/types.ts';
import { derive } from '../sources/seller-center/derive.ts';

/** Both archives, as only the worker opens them. */
export const archives = createArchives({ finish: derive });

/** The seller's own archive. Rejects with a StorageError; a failed opening is tried anew next time. */
export const shopArchive = (): Promise<Archive> => archiveOf('shop');

/** The sample shop's archive, as it stands. */
export const sampleArchive = (): Promise<Archive> => archiveOf('sample');

/** The archive that a message names. */
export async function archiveOf(which: Which): Promise<Archive> {
  const opened = await archives.open(which);
  if (opened.ok) return opened.value;
  throw new StorageError(opened.fault);
}
