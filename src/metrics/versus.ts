import * as v from 'valibot';

export const VersusSchema = v.picklist(['usual', 'last', 'best', 'market', 'feed', 'targets']);
/**
 * What a LIVE is compared with, the seller's one choice: what is usual of the own LIVEs, the LIVE
 * before, the best of the own LIVEs, TikTok's comparison, a category feed, or the seller's own targets.
 */
export type Versus = v.InferOutput<typeof VersusSchema>;
