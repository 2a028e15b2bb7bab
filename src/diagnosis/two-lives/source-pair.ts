import { amountOf } from '../../metrics/money.ts';
import type { TrafficSource } from '../../metrics/session.ts';
import { ratio } from '../usable.ts';
import type { ComparedSide } from './compared-side.ts';

/** What one side says of a traffic source; a figure that isn't told is absent. */
interface SourceSide {
  /** Share of the views that all sources of the side brought. */
  readonly share?: number;
  readonly views?: number;
  /** In the side's own currency, in major units. */
  readonly gmvPerHour?: number;
}

/** A traffic source on both sides, or on the one that had it. */
export interface SourcePair {
  /** TikTok's own name. */
  readonly name: string;
  readonly first?: SourceSide;
  readonly second?: SourceSide;
}

/**
 * The traffic sources of both sides, most views first. Undefined where the sources of one of them were never read.
 */
export function sourcePairs(
  first: ComparedSide,
  second: ComparedSide,
): readonly SourcePair[] | undefined {
  const [mine, theirs] = [first.session?.sources, second.session?.sources];
  if (mine === undefined || theirs === undefined) return undefined;
  const [own, other] = [sidesBySource(mine, first), sidesBySource(theirs, second)];
  return [...new Set([...own.keys(), ...other.keys()])]
    .map((name) => {
      const [one, two] = [own.get(name), other.get(name)];
      return {
        name,
        ...(one === undefined ? {} : { first: one }),
        ...(two === undefined ? {} : { second: two }),
      };
    })
    .sort((a, b) => viewsOf(b) - viewsOf(a));
}

function sidesBySource(
  sources: readonly TrafficSource[],
  { hours, currency }: ComparedSide,
): ReadonlyMap<string, SourceSide> {
  // A share of a part of the views would look like one of all.
  const all = sources.every(({ views }) => views !== undefined)
    ? sources.reduce((sum, { views = 0 }) => sum + views, 0)
    : undefined;
  return new Map(
    sources.map(({ name, views, gmv }) => {
      const share = ratio(views, all);
      const made = gmv?.currency === currency && gmv !== undefined ? amountOf(gmv) : undefined;
      const gmvPerHour = ratio(made, hours);
      return [
        name,
        {
          ...(share === undefined ? {} : { share }),
          ...(views === undefined ? {} : { views }),
          ...(gmvPerHour === undefined ? {} : { gmvPerHour }),
        },
      ];
    }),
  );
}

const viewsOf = ({ first, second }: SourcePair): number =>
  (first?.views ?? 0) + (second?.views ?? 0);
