import * as v from 'valibot';

/**
 * How it is told whether a change worked. 1: earlier LIVEs vary around one level; 2: that level may drift
 * from LIVE to LIVE.
 */
const EngineVersionSchema = v.picklist([1, 2]);
export type EngineVersion = v.InferOutput<typeof EngineVersionSchema>;

/** The one that judges today. */
export const ENGINE: EngineVersion = 2;

const ShareSchema = v.pipe(v.number(), v.finite());

/** What the seller was told of the change when the plan was ended; without a verdict where none could be told. */
export const EndedWithSchema = v.object({
  engine: EngineVersionSchema,
  told: v.optional(
    v.object({
      verdict: v.picklist(['better', 'no-evidence', 'worse']),
      /** The level after ÷ the usual one, with its 90 % interval. */
      ratio: v.object({ value: ShareSchema, low: ShareSchema, high: ShareSchema }),
    }),
  ),
});
export type EndedWith = v.InferOutput<typeof EndedWithSchema>;

/** The way to tell of a plan: plans that were ended before it was kept with them were told of by the first. */
export function engineOf(plan: {
  readonly afterwards?: unknown;
  readonly endedWith?: EndedWith | undefined;
}): EngineVersion {
  return plan.afterwards !== undefined && plan.endedWith === undefined ? 1 : ENGINE;
}
