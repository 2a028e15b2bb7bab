import { MINUTE_MS } from '../../metrics/time.ts';
import { askedReaders } from '../../sources/seller-center/readers.ts';

/** An endpoint that is asked about a room, by its name in origins and gaps. */
export interface Endpoint {
  readonly name: string;
  /** For how many milliseconds an answer is fresh while the LIVE runs. */
  readonly freshFor: number;
  /** The ids it is asked for; none for an endpoint that takes no ids. */
  readonly ids: readonly number[];
}

/** The endpoints of a room of a country in the order they are asked, the most telling first. */
export function endpointsOf(country?: string): readonly Endpoint[] {
  return askedReaders.map(({ endpoint, asked }) => ({
    name: endpoint,
    freshFor: asked.freshFor ?? MINUTE_MS,
    ids: asked.ids?.(country) ?? [],
  }));
}
