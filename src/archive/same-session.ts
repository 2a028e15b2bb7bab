import { deepEqual } from 'fast-equals';
import type { Origin } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { sameFigures } from './figures.ts';

/** Whether two states of a LIVE say the same to whoever shows it; when they were answered doesn't count. */
export function saysSame(one: Session, other: Session): boolean {
  const { figures, origins, ...rest } = one;
  const { figures: otherFigures, origins: otherOrigins, ...otherRest } = other;
  return (
    sameFigures(figures, otherFigures) &&
    deepEqual(sourcesOf(origins), sourcesOf(otherOrigins)) &&
    deepEqual(rest, otherRest)
  );
}

/** Which endpoint each part came from. */
const sourcesOf = (origins: Session['origins']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(origins).map(([part, origin]: [string, Origin]) => [part, origin.endpoint]),
  );
