import { useEffect } from 'preact/hooks';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { useApp } from './app.ts';

/**
 * All LIVEs of the archive with their figures, for what looks at more than the months around the LIVE in view;
 * undefined until they were read, which is begun where it wasn't.
 */
export function useAllFigures(): readonly RoomRecord[] | undefined {
  const { list } = useApp();
  const { known, withFigures } = list.view.value;
  useEffect(() => {
    if (known && withFigures === undefined) void list.complete();
  }, [list, known, withFigures]);
  return withFigures;
}
