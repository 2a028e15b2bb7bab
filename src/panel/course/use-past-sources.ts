import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PastSources } from '../../diagnosis/course/mix.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { Result } from '../../metrics/fault.ts';
import { parseRoomId } from '../../metrics/ids.ts';
import { useApp } from '../state/app.ts';
import { readArchive } from '../state/read-archive.ts';
import { readPastSources, roomsToRead } from './past-sources.ts';

/** The details of earlier LIVEs, read once `place` comes into view; undefined until they are. */
export function usePastSources(
  history: readonly PastLive[],
  place: RefObject<HTMLElement | null>,
): Result<readonly PastSources[]> | undefined {
  const { ports, settings } = useApp();
  const [seen, setSeen] = useState(false);
  const [past, setPast] = useState<Result<readonly PastSources[]> | undefined>(undefined);
  const which = settings.settings.value.sample ? 'sample' : 'shop';
  // As one word, so that a new report on the same LIVEs doesn't lead to another reading.
  const wanted = roomsToRead(history).join(' ');

  useEffect(() => {
    if (place.current === null || seen) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [place, seen]);

  useEffect(() => {
    if (!seen) return;
    let gone = false;
    const rooms = wanted.split(' ').flatMap((id) => parseRoomId(id) ?? []);
    void readArchive(ports, which, (archive) => readPastSources(archive, rooms)).then((read) => {
      if (!gone) setPast(read);
    });
    return () => {
      gone = true;
    };
  }, [seen, wanted, which, ports]);
  return past;
}
