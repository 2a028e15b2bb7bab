import type { MessageKey } from '../../metrics/text.ts';
import { isNewerVersion } from '../../platform/versions.ts';

/**
 * What changed for the seller, newest version first: a line for each change that she will notice, and only the newest few
 * versions. A version without one has no entry.
 */
export const news = [
  { version: '0.2.0', changes: ['news_languages', 'news_first_steps'] },
] as const satisfies readonly { version: string; changes: readonly MessageKey[] }[];

/** Whether there is something to tell a seller who has seen what was new in a version; one who saw none is told nothing. */
export const hasNewsSince = (seen: string | undefined): boolean =>
  seen !== undefined && isNewerVersion(news[0].version, seen);
