import type { SampleFilm } from '../../sources/sample/film/address.ts';
import { makeFilm } from '../../sources/sample/film/film.ts';

/** Plays the film of a simulated LIVE, which is drawn for it. Answers how to take it away again. */
export function attachFilm(
  video: HTMLVideoElement,
  film: SampleFilm,
  fail: (why: unknown) => void,
): () => void {
  let address: string | undefined;
  let gone = false;
  const broke = (): void => fail(video.error);
  video.addEventListener('error', broke);
  makeFilm(film).then((file) => {
    if (gone) return;
    address = URL.createObjectURL(file);
    video.src = address;
  }, fail);
  return () => {
    gone = true;
    video.removeEventListener('error', broke);
    video.removeAttribute('src');
    video.load();
    if (address !== undefined) URL.revokeObjectURL(address);
  };
}
