import * as v from 'valibot';
import { ProductIdSchema } from '../../../metrics/ids.ts';
import { present } from '../../../metrics/present.ts';
import type { Pin, Violation } from '../../../metrics/session.ts';
import { unixSeconds } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import type { AskedReader } from '../reader.ts';
import { readViolation } from './violation-list.ts';

const endpoint = 'event/timeline';
const PIN = 2;
/** A product that is pinned again within so many seconds was never really taken down. */
const SAME_PIN_SECONDS = 3;

/**
 * What happened during the LIVE: pins, and violations where an event of another type carries one
 * (that shape was never captured; it is recognised by its field's name).
 */
export const eventTimelineReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/event\/timeline$/,
  asked: { part: 'pins' },
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const stats = Fields.of(data, gaps).inside('stats');
    const answered = stats.has('events');
    if (!answered) gaps.note('events', 'absent');
    const events = stats.list('events');
    const violations = events.flatMap(violationOf);
    return [
      present({
        room: { id: room },
        pins: answered ? mergePins(events.flatMap(pinOf)) : undefined,
        violations: violations.length === 0 ? undefined : violations,
        origins: {
          ...(answered ? { pins: origin } : {}),
          ...(violations.length === 0 ? {} : { violations: origin }),
        },
        gaps: gaps.list,
      }),
    ];
  },
};

function pinOf(event: Fields): Pin[] {
  // What kind of event it is, its field with a pin says as well.
  if ((event.number('event_type') ?? PIN) !== PIN) return [];
  if (!event.has('pin_product_event')) return [];
  const pin = event.inside('pin_product_event');
  const product = v.safeParse(ProductIdSchema, pin.id('product_id'));
  const startedAt = pin.instant('start_timestamp') ?? event.instant('start_timestamp');
  if (!product.success || startedAt === undefined) {
    event.gaps.note('pin_product_event', 'malformed');
    return [];
  }
  return [
    present({
      product: product.output,
      productName: pin.text('product_name'),
      imageUrl: pin.address('product_image'),
      startedAt,
      endedAt: pin.instant('end_timestamp'),
    }),
  ];
}

/**
 * Joins neighbouring pins of one product that follow each other within 3 s, so that a pin's length
 * can be measured. A pin that is still open keeps its missing end.
 */
function mergePins(pins: readonly Pin[]): Pin[] {
  const merged: Pin[] = [];
  for (const pin of [...pins].sort((a, b) => a.startedAt - b.startedAt)) {
    const last = merged.at(-1);
    const follows =
      last?.endedAt !== undefined &&
      last.product === pin.product &&
      pin.startedAt - last.endedAt <= SAME_PIN_SECONDS;
    if (!follows) {
      merged.push(pin);
      continue;
    }
    const { endedAt: _, ...joined } = { ...pin, ...last };
    merged[merged.length - 1] = present({ ...joined, endedAt: laterEnd(last, pin) });
  }
  return merged;
}

function laterEnd(a: Pin, b: Pin): Pin['endedAt'] {
  if (a.endedAt === undefined || b.endedAt === undefined) return undefined;
  return unixSeconds(Math.max(a.endedAt, b.endedAt));
}

function violationOf(event: Fields): Violation[] {
  const name = event.names.find((field) => /violation|punish/i.test(field));
  if (name === undefined) return [];
  const violation = readViolation(event.inside(name));
  if (violation === undefined) return [];
  const at = violation.at ?? event.instant('start_timestamp');
  return [present({ ...violation, at })];
}
