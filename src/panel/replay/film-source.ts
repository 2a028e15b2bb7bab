import { filmAt } from '../../sources/sample/film/address.ts';
import { makeFilm } from '../../sources/sample/film/film.ts';
import type { Attached, Attaching } from './way.ts';

/** Plays the film of a simulated LIVE, which is drawn for it. */
export function attachFilm({ video, url, fail }: Attaching): Attached {
  const film = filmAt(url);
  let address: string | undefined;
  let gone = false;
  let drawn = 0;
  const broke = (): void => fail({ kind: 'unplayable' });
  video.addEventListener('error', broke);
  if (film === undefined) queueMicrotask(broke);
  else {
    makeFilm(film).then((file) => {
      if (gone) return;
      address = URL.createObjectURL(file);
      video.src = address;
    }, broke);
  }
  return {
    // Drawing takes its time, and never stalls.
    received: () => {
      drawn += 1;
      return drawn;
    },
    detach: () => {
      gone = true;
      video.removeEventListener('error', broke);
      video.removeAttribute('src');
      video.load();
      if (address !== undefined) URL.revokeObjectURL(address);
    },
  };
}
