import { faultOf } from '../../archive/storage-error.ts';
import type { Archive } from '../../archive/types.ts';
import { failed, ok, type Result } from '../../metrics/fault.ts';
import type { Ports, Which } from './ports.ts';

/** Reads from an archive; what goes wrong while opening or reading becomes a fault. */
export async function readArchive<T>(
  ports: Pick<Ports, 'archive'>,
  which: Which,
  take: (archive: Archive) => Promise<T>,
): Promise<Result<T>> {
  try {
    const archive = await ports.archive(which);
    return archive.ok ? ok(await take(archive.value)) : archive;
  } catch (error) {
    return failed(faultOf(error));
  }
}
