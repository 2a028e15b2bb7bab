import type { RoomId } from '../../metrics/ids.ts';
import type { Part } from '../../metrics/session.ts';
import { asksOf, idsIn } from '../../sources/seller-center/requests.ts';

/** An endpoint that is asked about a room, by its name in origins and gaps, and the part it answers. */
export interface Endpoint {
  readonly name: string;
  readonly part: Part;
  /** The ids it is asked for; none for an endpoint that takes no ids. */
  readonly ids: readonly number[];
}

/** The endpoints of a room in the order they are asked, the most telling first. */
export function endpointsOf(room: RoomId, country?: string): readonly Endpoint[] {
  const parts = new Map(asksOf({ room, country }).map(({ endpoint, part }) => [endpoint, part]));
  const ids = idsIn(country);
  return [...parts].map(([name, part]) => ({ name, part, ids: ids[name] ?? [] }));
}
