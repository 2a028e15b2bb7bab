import type { Session } from '../../metrics/session.ts';
import { sourceName } from '../../metrics/source-names.ts';
import type { TextValue } from '../../metrics/text.ts';
import { message, words } from '../text/wording.ts';

/** A traffic source of which both sides of the tap-through rate are known. */
export interface Entrance {
  readonly name: string;
  readonly impressions: number;
  readonly views: number;
}

/** Sources with impressions and views, most impressions first; undefined where none has both. */
export function entrancesOf(session: Session): Entrance[] | undefined {
  const known = (session.sources ?? []).flatMap(({ name, impressions, views }) =>
    impressions === undefined || views === undefined || impressions <= 0
      ? []
      : [{ name, impressions, views }],
  );
  return known.length === 0
    ? undefined
    : known.sort((a, b) => b.impressions - a.impressions || (a.name < b.name ? -1 : 1));
}

/** Several sources taken as one. */
export function sourcesTogether(entrances: readonly Entrance[]): {
  impressions: number;
  views: number;
} {
  return {
    impressions: entrances.reduce((sum, { impressions }) => sum + impressions, 0),
    views: entrances.reduce((sum, { views }) => sum + views, 0),
  };
}

/** A source as people call it; TikTok's own name where it isn't known. */
export function sourceLabel(name: string): TextValue {
  const key = sourceName(name);
  return key === undefined ? words(name) : message(key);
}
