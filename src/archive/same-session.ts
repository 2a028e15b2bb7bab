import { deepEqual } from 'fast-equals';
import type { Origin } from '../metrics/figure.ts';
import { hasEnded } from '../metrics/live/length.ts';
import type { Session } from '../metrics/session.ts';
import { sameFigures } from './figures.ts';

/** Whether two states of a LIVE say the same to whoever shows it; when they were answered doesn't count. */
export function saysSame(one: Session, other: Session): boolean {
  const { figures, origins: _origins, ...rest } = one;
  const { figures: otherFigures, origins: _others, ...otherRest } = other;
  return (
    sameFigures(figures, otherFigures) &&
    deepEqual(sourcesOf(one), sourcesOf(other)) &&
    deepEqual(rest, otherRest)
  );
}

/**
 * Which endpoint each part came from. Which one told of the LIVE itself last matters only until it has ended: each page
 * asks several that do, and by turns.
 */
const sourcesOf = ({ room, origins }: Session): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(origins).flatMap(([part, origin]: [string, Origin]) =>
      part === 'room' && hasEnded(room) ? [] : [[part, origin.endpoint]],
    ),
  );
