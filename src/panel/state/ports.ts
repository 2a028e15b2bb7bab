import type { Archive } from '../../archive/types.ts';
import type { Result } from '../../metrics/fault.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { ask } from '../../platform/ask.ts';
import type { ArchiveNews } from '../../platform/protocol.ts';

/** Whose LIVEs are looked at: the seller's own, or the simulated sample shop's. */
export type Which = 'shop' | 'sample';

/** All that the stores reach outside of themselves. */
export interface Ports {
  readonly ask: typeof ask;
  /** The archive of one kind, opened once. */
  readonly archive: (which: Which) => Promise<Result<Archive>>;
  /** Hears what the archive stored in any page of the extension; answers how to stop. */
  readonly listen: (hear: (news: ArchiveNews) => void) => () => void;
  readonly now: () => UnixMs;
}
