import * as v from 'valibot';

/** Whose archive a verb speaks of: the seller's own, or that of the sample shop. */
export const archiveNames = v.picklist(['shop', 'sample']);
