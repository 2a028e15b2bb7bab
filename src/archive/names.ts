/** The seller's own archive, or the sample shop's. */
export type Which = 'shop' | 'sample';

/** The name of an archive's database. */
export const databaseName = (which: Which): string => `live-diagnosis-${which}`;

/** The name of the database in which a restored archive is put together before it takes the place of the other. */
export const scratchName = (which: Which): string => `${databaseName(which)}-restoring`;

/** The name of the database that holds the snapshots of both archives; no migration ever touches it. */
export const SNAPSHOTS = 'live-diagnosis-snapshots';

/** The lock under which an archive's database is opened, upgraded, restored or deleted. */
export const openingLock = (which: Which): string => `${databaseName(which)}/open`;
