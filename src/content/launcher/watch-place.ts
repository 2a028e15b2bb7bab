import { type PagePlace, pagePlaceOf } from '../page-place.ts';

/**
 * Calls back with the place now, and whenever the page kind or the room in the address changes
 * without a reload, or the page comes back from the back/forward cache.
 */
export function watchPlace(
  signal: AbortSignal,
  arrive: (place: PagePlace | undefined) => void,
): void {
  let last: string | undefined;
  const look = (): void => {
    const place = pagePlaceOf(location.href);
    const mark = JSON.stringify(place ?? null);
    if (mark === last) return;
    last = mark;
    arrive(place);
  };
  look();
  window.navigation.addEventListener('currententrychange', look, { signal });
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      last = undefined;
      look();
    },
    { signal },
  );
}
