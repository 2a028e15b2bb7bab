import type { Origin } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { sameFigures } from './figures.ts';

/** Whether two states of a LIVE say the same to whoever shows it; when they were answered doesn't count. */
export function saysSame(one: Session, other: Session): boolean {
  const { figures, origins, ...rest } = one;
  const { figures: otherFigures, origins: otherOrigins, ...otherRest } = other;
  return (
    sameFigures(figures, otherFigures) &&
    JSON.stringify(sourcesOf(origins)) === JSON.stringify(sourcesOf(otherOrigins)) &&
    sameParts(rest, otherRest)
  );
}

const sourcesOf = (origins: Session['origins']): readonly (readonly [string, string])[] =>
  Object.entries(origins)
    .map(([part, origin]: [string, Origin]) => [part, origin.endpoint] as const)
    .toSorted(([part], [otherPart]) => (part < otherPart ? -1 : 1));

type Rest = Omit<Session, 'figures' | 'origins'>;

/** Parts that an answer doesn't speak of are the very same; only others are read. */
function sameParts(one: Rest, other: Rest): boolean {
  const theirs = new Map(Object.entries(other));
  const mine = Object.entries(one);
  return (
    mine.length === theirs.size &&
    mine.every(([part, value]) => {
      const its: unknown = theirs.get(part);
      return value === its || JSON.stringify(value) === JSON.stringify(its);
    })
  );
}
