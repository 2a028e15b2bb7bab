import { useComputed } from '@preact/signals';
import type { VerdictLive } from '../../diagnosis/report.ts';
import { useApp } from '../state/app.ts';

/** On which side of what is usual a LIVE of the lists stands, by its room; of some nothing is known. */
export function useSides(): (room: VerdictLive['room']) => VerdictLive['side'] {
  const { report } = useApp();
  const sides = useComputed(
    () => new Map(report.report.value?.verdict.lives.map(({ room, side }) => [room, side])),
  );
  return (room) => sides.value.get(room);
}
