import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { UnixMsSchema } from '../../metrics/time.ts';

const answered = { data: v.record(v.string(), v.unknown()), at: UnixMsSchema };

/**
 * What the Open API answered of one LIVE, as it came: kept beside the session files, so that what is
 * decided over all LIVEs of a shop can be decided anew, and a later reader finds more.
 */
export const LiveAnswersSchema = v.object({
  version: v.literal(1),
  id: RoomIdSchema,
  /** Its row of the list, and the day up to which the shop's figures are there. */
  list: v.object({ ...answered, availableTo: v.optional(v.string()) }),
  minutes: v.optional(v.object(answered)),
  products: v.optional(v.object(answered)),
  /** Codes with which endpoints refused it. */
  refused: v.object({ minutes: v.optional(v.string()), products: v.optional(v.string()) }),
});
export type LiveAnswers = v.InferOutput<typeof LiveAnswersSchema>;
