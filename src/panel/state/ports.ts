import type { ArchiveReader } from '../../archive/types.ts';
import type { Result } from '../../metrics/fault.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import type { ask } from '../../platform/ask.ts';
import type { PageState } from '../../platform/page-state.ts';

/** Whose LIVEs are looked at: the seller's own, or the simulated sample shop's. */
export type Which = 'shop' | 'sample';

/** All that the stores reach outside of themselves. */
export interface Ports {
  readonly ask: typeof ask;
  /** The archive of one kind, as the worker reads it. */
  readonly archive: (which: Which) => Promise<Result<ArchiveReader>>;
  /** Hears what the archive stored in any page of the extension; answers how to stop. */
  readonly listen: (hear: (news: ArchiveNews) => void) => () => void;
  /** Hears where the page is that the panel is docked in, whenever it moves. */
  readonly followPage: (hear: (state: PageState) => void) => void;
  readonly now: () => UnixMs;
}
