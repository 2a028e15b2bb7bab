import { isAddress } from '../../metrics/address.ts';
import { seconds } from '../../metrics/time.ts';
import type { Way } from './way.ts';

/** Whether an address leads to an HLS playlist, by its name. */
export function isPlaylist(url: string): boolean {
  return isAddress(url) && new URL(url).pathname.toLowerCase().endsWith('.m3u8');
}

/** Its own player never shows the last pictures of a playlist that are sought, in seconds before the end. */
const LAST_PICTURES = 1.5;
/** And says nothing of that: so long it is waited for, in milliseconds. */
const PATIENCE_MS = 700;

/** By the browser's own player. */
export const ownPlayer =
  (crossOrigin: 'anonymous' | null): Way =>
  ({ video, url, fail, learn }) => {
    let signs = 0;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const broke = (): void => fail({ kind: 'unplayable' });
    const hear = {
      progress: () => {
        signs += 1;
      },
      error: broke,
      loadedmetadata: () => {
        // It can't seek in a playlist without an end, and begins near the end.
        if (Number.isFinite(video.duration)) learn({ length: seconds(video.duration), breaks: [] });
        else if (isPlaylist(url)) broke();
      },
      seeking: () => {
        clearTimeout(patience);
        patience = setTimeout(() => {
          const last = lastPicture(video);
          if (video.seeking && last !== undefined) video.currentTime = last;
        }, PATIENCE_MS);
      },
    };
    const events = Object.entries(hear);
    for (const [event, heard] of events) video.addEventListener(event, heard);
    video.crossOrigin = crossOrigin;
    video.src = url;
    return {
      received: () => signs,
      detach: () => {
        clearTimeout(patience);
        for (const [event, heard] of events) video.removeEventListener(event, heard);
        video.removeAttribute('src');
        video.load();
      },
    };
  };

/** The last second that has a picture, where one behind it is sought near the end; undefined anywhere else. */
function lastPicture({ buffered, currentTime, duration }: HTMLVideoElement): number | undefined {
  const end = buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
  const isNear = duration - currentTime < LAST_PICTURES && duration - end < LAST_PICTURES;
  return isNear && end <= currentTime ? end - 0.05 : undefined;
}
