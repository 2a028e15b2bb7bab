import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { words } from '../text/wording.ts';
import { productName } from '../timeline/products.ts';
import { joined } from '../timeline/span.ts';

/** Something recorded in the LIVE. */
export interface Happening {
  readonly kind: 'pin-started' | 'pin-ended' | 'pin-changed' | 'violation';
  readonly at: UnixSeconds;
  /** As it stands inside a sentence. */
  readonly text: Text;
}

/** A change is looked up among what was recorded in the ten minutes before it, half of a pin's usual turn or more. Chosen by us. */
const BEFORE_SECONDS = 10 * 60;

/** One pin follows another if it starts within this time: as long as sellers take to change a card. Chosen by us. */
const CHANGE_SECONDS = 3 * 60;

/** Everything recorded with a time, in order. */
export function happeningsOf(session: Session): readonly Happening[] {
  const violations = (session.violations ?? []).flatMap(({ at, reason }): Happening[] =>
    at === undefined
      ? []
      : [
          {
            kind: 'violation',
            at,
            text: { key: 'course_violation', values: { reason: words(reason) } },
          },
        ],
  );
  return [...violations, ...pinned(session)].sort((a, b) => a.at - b.at);
}

function pinned(session: Session): Happening[] {
  const pins = [...(session.pins ?? [])].sort((a, b) => a.startedAt - b.startedAt);
  const out: Happening[] = [];
  for (const [place, pin] of pins.entries()) {
    const product = words(productName({ id: pin.product, name: pin.productName }));
    const before = pins[place - 1];
    const after = pins[place + 1];
    const changed =
      before?.endedAt !== undefined && pin.startedAt - before.endedAt <= CHANGE_SECONDS;
    if (!changed || before === undefined) {
      out.push({
        kind: 'pin-started',
        at: pin.startedAt,
        text: { key: 'course_pinStarted', values: { product } },
      });
    } else if (before.product !== pin.product) {
      const other = words(productName({ id: before.product, name: before.productName }));
      out.push({
        kind: 'pin-changed',
        at: pin.startedAt,
        text: { key: 'course_pinChanged', values: { from: other, to: product } },
      });
    }
    const { endedAt } = pin;
    const followed =
      after !== undefined && endedAt !== undefined && after.startedAt - endedAt <= CHANGE_SECONDS;
    if (endedAt !== undefined && !followed) {
      out.push({
        kind: 'pin-ended',
        at: endedAt,
        text: { key: 'course_pinEnded', values: { product } },
      });
    }
  }
  return out;
}

/**
 * What was recorded shortly before a change: violations first, then the nearest. `slack` is the
 * length of an interval, within which the time of a change is not known.
 */
export function happenedBefore(
  happenings: readonly Happening[],
  at: UnixSeconds,
  slack: number,
): readonly Happening[] {
  const rank = (one: Happening): number => (one.kind === 'violation' ? 0 : 1);
  return happenings
    .filter((one) => one.at >= at - BEFORE_SECONDS && one.at <= at + slack)
    .sort((a, b) => rank(a) - rank(b) || Math.abs(a.at - at) - Math.abs(b.at - at));
}

/** Share of a span that lies so shortly after something recorded that any change there would be set beside it; 0 to 1. */
export function coincidenceOf(
  happenings: readonly Happening[],
  span: { readonly from: UnixSeconds; readonly to: UnixSeconds },
  slack: number,
): number {
  const near = happenings.flatMap(({ at }) => {
    const from = Math.max(span.from, at - slack);
    const to = Math.min(span.to, at + BEFORE_SECONDS);
    return to > from ? [{ from: unixSeconds(from), to: unixSeconds(to) }] : [];
  });
  const covered = joined(near).reduce((sum, { from, to }) => sum + (to - from), 0);
  return span.to > span.from ? covered / (span.to - span.from) : 0;
}
