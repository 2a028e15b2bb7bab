/** How a browser is asked whether it plays HLS by itself. */
const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Whether an address leads to an HLS playlist, by its name. */
export function isPlaylist(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.toLowerCase().endsWith('.m3u8');
}

/**
 * Hands a recording to a video element: by its address where the browser can play it, by hls.js,
 * loaded only then, where it is a playlist and the browser can't. `fail` is called when it can't be
 * played. Answers how to take it away again.
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
  if (!url.startsWith('https://')) queueMicrotask(() => failed('not https'));
  else if (isPlaylist(url) && video.canPlayType(HLS_TYPE) === '') {
    import('./hls-source.ts').then(({ attachHls }) => {
      if (!gone) detach = attachHls(video, url, failed);
    }, failed);
  } else {
    const broke = (): void => failed(video.error);
    video.addEventListener('error', broke);
    video.src = url;
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
