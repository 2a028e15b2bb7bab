import type { ProductId } from '../../metrics/ids.ts';
import { type Span, spanOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';

/** A pin whose end is known. */
export interface ClosedPin extends Span {
  readonly product: ProductId;
  readonly name?: string;
}

/**
 * Pins with a known end, in order. The last pin, still open when the LIVE ended, ends with it; while
 * the LIVE runs it has no length yet and is left out. Undefined where pins weren't answered, or an
 * earlier one has no end: then nothing can be said of lengths.
 */
export function closedPins(session: Session): ClosedPin[] | undefined {
  if (session.pins === undefined) return undefined;
  const end = spanOf(session.room)?.to;
  const pins = [...session.pins].sort((a, b) => a.startedAt - b.startedAt);
  if (pins.slice(0, -1).some(({ endedAt }) => endedAt === undefined)) return undefined;
  return pins.flatMap(({ product, productName, startedAt, endedAt }) => {
    const to = endedAt ?? end;
    if (to === undefined || to <= startedAt) return [];
    const name = productName === undefined ? {} : { name: productName };
    return [{ product, from: startedAt, to, ...name }];
  });
}
