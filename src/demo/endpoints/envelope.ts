import * as v from 'valibot';
import { type DemoAnswer, json, plain } from '../exchange.ts';

/** An answer in Seller Center's envelope. `simulated` is the demo's own mark: readers label what they take from it. */
export function envelope(data: unknown): DemoAnswer {
  return json({ code: 0, message: 'success', data, simulated: true });
}

/** Seller Center's answer to parameters it doesn't take; the demo gives it for unknown rooms too. */
export function invalidParameters(): DemoAnswer {
  return json({ code: 98001004, message: 'invalid params', simulated: true });
}

/** The answer to a body without the parts a request must have. */
export function missingRequired(): DemoAnswer {
  return plain(400, 'binding: expr_path=request, cause=missing required');
}

/** The body of the LIVE dashboard's requests, as far as the demo looks at it. */
export const RoomRequestSchema = v.object({
  request: v.object({
    room_filter: v.object({ room_id: v.string() }),
    stats_types: v.optional(v.array(v.pipe(v.number(), v.integer()))),
  }),
});
