import * as v from 'valibot';

/**
 * How it is told whether a change worked. 1: earlier LIVEs vary around one level; 2: that level may drift
 * from LIVE to LIVE.
 */
export const EngineVersionSchema = v.picklist([1, 2]);
export type EngineVersion = v.InferOutput<typeof EngineVersionSchema>;

/** The one that judges today. */
export const ENGINE: EngineVersion = 2;

/**
 * The version that a plan's verdict is by: once ended, the one that the seller saw it by. Plans that were
 * ended before it was noted are by the first.
 */
export function engineOf(plan: {
  readonly afterwards?: unknown;
  readonly judgedBy?: EngineVersion | undefined;
}): EngineVersion {
  return plan.afterwards === undefined ? ENGINE : (plan.judgedBy ?? 1);
}
