import type { TextValue } from '../text.ts';
import { seconds, unixMs } from '../time.ts';
import type { Day } from './category-slice.ts';

/** A calendar day inside a sentence, with the zone it is cut by. */
export function dayValue(day: Day): TextValue {
  const at = unixMs(Date.parse(`${day}T00:00:00Z`));
  return { kind: 'instant', at, zone: { offset: seconds(0) }, style: 'date' };
}
