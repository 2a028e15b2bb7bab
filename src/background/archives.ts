import { openOnce } from '../archive/open-once.ts';
import { StorageError } from '../archive/storage-error.ts';
import type { Archive } from '../archive/types.ts';
import { derive } from '../sources/seller-center/derive.ts';

const open = openOnce({ finish: derive });

/** The seller's own archive. Rejects with a StorageError; a failed opening is tried anew next time. */
export const shopArchive = (): Promise<Archive> => archive('shop');

/** The sample shop's archive, as it stands. */
export const sampleArchive = (): Promise<Archive> => archive('sample');

/** The archive that a message names. */
export const archiveOf = (which: 'shop' | 'sample'): Promise<Archive> => archive(which);

async function archive(which: 'shop' | 'sample'): Promise<Archive> {
  const opened = await open(which);
  if (opened.ok) return opened.value;
  throw new StorageError(opened.fault);
}
