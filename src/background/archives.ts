import { openArchive } from '../archive/archive.ts';
import { StorageError } from '../archive/storage-error.ts';
import type { Archive } from '../archive/types.ts';
import { derive } from '../sources/seller-center/derive.ts';

type Which = 'shop' | 'sample';

const opened = new Map<Which, Promise<Archive>>();

/** The seller's own archive. Rejects with a StorageError; a failed opening is tried anew next time. */
export const shopArchive = (): Promise<Archive> => archive('shop');

/** The sample shop's archive, as it stands. */
export const sampleArchive = (): Promise<Archive> => archive('sample');

function archive(which: Which): Promise<Archive> {
  const known = opened.get(which);
  if (known !== undefined) return known;
  const opening = open(which);
  opened.set(which, opening);
  opening.catch(() => opened.delete(which));
  return opening;
}

async function open(which: Which): Promise<Archive> {
  const result = await openArchive(which, { finish: derive });
  if (result.ok) return result.value;
  throw new StorageError(result.fault);
}
