import { deleteDB } from 'idb';
import { type ArchiveOptions, openArchive } from './archive.ts';
import { databaseName } from './names.ts';
import type { Archive } from './types.ts';

/** Opens the seller's archive, or throws the code of the fault. */
export async function openShop(options?: ArchiveOptions): Promise<Archive> {
  const opened = await openArchive('shop', options);
  if (!opened.ok) throw new Error(opened.fault.code);
  return opened.value;
}

/** Closes the seller's archive and deletes all that is in it. */
export async function deleteShop(archive: Archive): Promise<void> {
  archive.close();
  await deleteDB(databaseName('shop'));
}
