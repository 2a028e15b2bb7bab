import { filmAt } from '../../sources/sample/film/address.ts';
import { isPlaylist, ownPlayer } from './own-player.ts';
import type { Attached, Way } from './way.ts';

/** How a browser is asked whether it plays HLS by itself. */
const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * The ways to play what an address leads to, the surest first. A playlist is played by hls.js, loaded only
 * then: Chromium's own player gives up where a clock jumps, a part is missing or no end is marked. That one is
 * the way out: where the extension may not read the playlist's host, and where hls.js fails. It plays a
 * playlist of another host with that host's consent (CORS), asked for first, or without where all lies on one.
 */
export function waysOf(video: HTMLVideoElement, url: string): readonly Way[] {
  if (filmAt(url) !== undefined) return [film, film];
  if (!url.startsWith('https://')) return [];
  if (!isPlaylist(url)) return [ownPlayer(null), ownPlayer(null)];
  const own = video.canPlayType(HLS_TYPE) === '' ? [] : [ownPlayer('anonymous'), ownPlayer(null)];
  return 'MediaSource' in globalThis ? [hls, ...own] : own;
}

/** By a player that is loaded now. */
function later(load: () => Promise<Way>): Way {
  return (attaching) => {
    let gone = false;
    let attached: Attached | undefined;
    load().then(
      (way) => {
        if (!gone) attached = way(attaching);
      },
      () => {
        if (!gone) attaching.fail({ kind: 'unplayable' });
      },
    );
    return {
      received: () => attached?.received?.() ?? 0,
      detach: () => {
        gone = true;
        attached?.detach();
      },
    };
  };
}

const hls = later(async () => (await import('./hls-source.ts')).attachHls);
const film = later(async () => (await import('./film-source.ts')).attachFilm);
