import type { Result } from '../metrics/fault.ts';
import { type ArchiveOptions, openArchive } from './archive.ts';
import type { Archive } from './types.ts';

/** Opens each archive once, however many ask; a failed opening is tried anew next time. */
export function openOnce(
  options: ArchiveOptions = {},
): (which: 'shop' | 'sample') => Promise<Result<Archive>> {
  const opened = new Map<string, Promise<Result<Archive>>>();
  const open = async (which: 'shop' | 'sample'): Promise<Result<Archive>> => {
    const result = await openArchive(which, options);
    if (!result.ok) opened.delete(which);
    return result;
  };
  return (which) => {
    const opening = opened.get(which) ?? open(which);
    opened.set(which, opening);
    return opening;
  };
}
