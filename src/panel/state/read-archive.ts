import { faultOfStorage } from '../../archive/storage-error.ts';
import { failed, ok, type Result } from '../../metrics/fault.ts';
import type { Which } from './ports.ts';

/** Reads from an archive; what goes wrong while opening or reading becomes a fault. */
export async function readArchive<A, T>(
  ports: { readonly archive: (which: Which) => Promise<Result<A>> },
  which: Which,
  take: (archive: A) => Promise<T>,
): Promise<Result<T>> {
  try {
    const archive = await ports.archive(which);
    return archive.ok ? ok(await take(archive.value)) : archive;
  } catch (error) {
    return failed(faultOfStorage(error));
  }
}
