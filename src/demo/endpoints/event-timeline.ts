import { present } from '../../metrics/present.ts';
import type { Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope } from './envelope.ts';
import { pictureUrl } from './values.ts';

const PIN = 2;
/**
 * The demo's own event type: no public source says how Seller Center answers a LIVE's violations,
 * so the demo sends them here under a number the real site was never seen to use.
 */
const INVENTED_VIOLATION = 9001;

/** `event/timeline`: pins as captured (no end while a pin is open), and violations in the demo's own form. */
export function eventTimeline(session: Session, host: string): DemoAnswer {
  const pins = (session.pins ?? []).map((pin) => ({
    event_type: PIN,
    start_timestamp: pin.startedAt,
    pin_product_event: present({
      start_timestamp: pin.startedAt,
      product_image: pictureUrl(host, pin.product),
      product_name: pin.productName,
      product_id: pin.product,
      end_timestamp: pin.endedAt,
    }),
  }));
  const violations = (session.violations ?? []).map((violation) => ({
    event_type: INVENTED_VIOLATION,
    ...(violation.at === undefined ? {} : { start_timestamp: violation.at }),
    violation_event: present({
      reason: violation.reason,
      consequence: violation.consequence,
      timestamp: violation.at,
    }),
  }));
  return envelope({
    stats: { events: [...pins, ...violations], filtered: false },
    filtered: false,
  });
}
