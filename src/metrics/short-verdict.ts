import * as v from 'valibot';
import { VersusSchema } from './versus.ts';

/** The verdict on a LIVE in its shortest form, as it is kept and shown where there is room for a word. */
export const ShortVerdictSchema = v.object({
  /** `flat` within what is usual or where nothing differs, else on which side of the reference GMV per hour lies. */
  shape: v.picklist(['flat', 'down', 'up']),
  /** In colour only outside of what is usual. */
  tone: v.picklist(['low', 'plain', 'high']),
  /** How far from the reference, 0.47 for 47 %, in whole percent. */
  share: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** What it was compared with. */
  versus: VersusSchema,
});
export type ShortVerdict = v.InferOutput<typeof ShortVerdictSchema>;
