import type { Slot } from '../../diagnosis/pace/slots.ts';

/** Bands of a day, as the columns of the map. */
export const BANDS = 6;

/** LIVEs at which a field has half its full strength of colour. */
const HALF_STRENGTH = 2;

/** How one field of the map looks; shares from 0 to 1. */
export interface Heat {
  readonly side: 'above' | 'below' | 'none';
  /** Distance from the shop's mean, on the log scale, as a share of the farthest field's. */
  readonly strength: number;
  /** How much the field's LIVEs say: n ÷ (n + 2). Nothing without a LIVE. */
  readonly weight: number;
}

/** The look of every field, in the order of the cells. A field without a LIVE has no colour. */
export function heatsOf(cells: readonly Slot[], mean: number): readonly Heat[] {
  const distances = cells.map(({ gmv }) =>
    gmv === undefined || gmv.n === 0 ? 0 : Math.log(gmv.likely.value / mean),
  );
  const farthest = Math.max(...distances.map(Math.abs), 1e-9);
  return cells.map(({ gmv }, place): Heat => {
    const distance = distances[place] ?? 0;
    const n = gmv?.n ?? 0;
    return {
      side: n === 0 ? 'none' : distance < 0 ? 'below' : 'above',
      strength: Math.abs(distance) / farthest,
      weight: n / (n + HALF_STRENGTH),
    };
  });
}

/** Where a key leads from a field of the map; undefined for a key that means nothing here. Stops at the edges. */
export function movedInHeat(place: number, key: string, cells: number): number | undefined {
  const column = place % BANDS;
  const first = place - column;
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? place - 1 : place;
    case 'ArrowRight':
      return column < BANDS - 1 ? place + 1 : place;
    case 'ArrowUp':
      return place >= BANDS ? place - BANDS : place;
    case 'ArrowDown':
      return place + BANDS < cells ? place + BANDS : place;
    case 'Home':
      return first;
    case 'End':
      return first + BANDS - 1;
    default:
      return undefined;
  }
}
