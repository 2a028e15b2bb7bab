import { useEffect } from 'preact/hooks';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { useApp } from './app.ts';

/**
 * All LIVEs of the archive with their figures, for what looks at more than the months around the LIVE in view;
 * undefined until they were read, which is begun where it wasn't.
 */
export function useFigured(): readonly RoomRecord[] | undefined {
  const { list } = useApp();
  const { known, figured } = list.view.value;
  useEffect(() => {
    if (known && figured === undefined) void list.complete();
  }, [list, known, figured]);
  return figured;
}
