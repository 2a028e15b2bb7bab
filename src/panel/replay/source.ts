import { isAddress } from '../../metrics/address.ts';
import { filmAt } from '../../sources/sample/film/address.ts';

/** How a browser is asked whether it plays HLS by itself. */
const HLS_TYPE = 'application/vnd.apple.mpegurl';

/**
 * Chromium plays a playlist of another host only with that host's consent (CORS), unless the extension
 * may read the host. Asked for with consent first, which also sends no cookies, then without.
 */
const playlistWays = ['anonymous', null] as const;

/** Whether an address leads to an HLS playlist, by its name. */
function isPlaylist(url: string): boolean {
  return isAddress(url) && new URL(url).pathname.toLowerCase().endsWith('.m3u8');
}

/**
 * Hands a recording to a video element: by its address where the browser can play it, by hls.js,
 * loaded only then, where it is a playlist and the browser can't; a simulated LIVE's film is drawn.
 * `fail` is called when it can't be played. Answers how to take it away again.
 */
export function attachSource(
  video: HTMLVideoElement,
  url: string,
  fail: (why: unknown) => void,
): () => void {
  let gone = false;
  let detach = (): void => undefined;
  const failed = (why: unknown): void => {
    if (!gone) fail(why);
  };
  const film = filmAt(url);
  if (film !== undefined) {
    import('./film-source.ts').then(({ attachFilm }) => {
      if (!gone) detach = attachFilm(video, film, failed);
    }, failed);
  } else if (!url.startsWith('https://')) queueMicrotask(() => failed('not https'));
  else if (isPlaylist(url) && video.canPlayType(HLS_TYPE) === '') {
    import('./hls-source.ts').then(({ attachHls }) => {
      if (!gone) detach = attachHls(video, url, failed);
    }, failed);
  } else {
    const ways = isPlaylist(url) ? [...playlistWays] : [null];
    const next = (): void => {
      video.crossOrigin = ways.shift() ?? null;
      video.src = url;
    };
    const broke = (): void => (ways.length > 0 ? next() : failed(video.error));
    video.addEventListener('error', broke);
    next();
    detach = () => {
      video.removeEventListener('error', broke);
      video.removeAttribute('src');
      video.load();
    };
  }
  return () => {
    gone = true;
    detach();
  };
}
