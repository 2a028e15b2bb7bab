import { hearVersionSeen, versionSeen } from '../../platform/version-seen.ts';
import type { App } from '../state/app.ts';
import { hasNewsSince } from './news.ts';

/** Follows whether an update has news that the seller hasn't looked at, in whichever panel she does. */
export function watchNews(app: App): void {
  const follow = (version: string | undefined): void => {
    app.hasNews.value = hasNewsSince(version);
  };
  hearVersionSeen(follow);
  void versionSeen().then(follow);
}
