import type { DBSchema } from 'idb';

interface Shelf {
  key: IDBValidKey;
  /** Unknown on purpose: whatever comes out of the database is parsed before it is used. */
  value: unknown;
}

export interface Stores extends DBSchema {
  /** Light records for lists; index by start. */
  rooms: Shelf & { indexes: { startedAt: IDBValidKey } };
  /** The whole room as it is shown. */
  details: Shelf;
  /** The room as it was answered, with the time of each field, before anything is derived. */
  answers: Shelf;
  /** Figures as they stood, by room and number. */
  revisions: Shelf;
  settings: Shelf;
  ledger: Shelf;
  /** Benchmark feeds that the seller added, by address. */
  feeds: Shelf;
  /** The last good word of a feed on a region and category. */
  slices: Shelf;
  /** The seller's board. */
  pinned: Shelf;
  plans: Shelf;
  /** Small pictures of LIVEs with something on the board, by room. */
  pictures: Shelf;
  /** What export files said of a LIVE, by room and import; apart from answers, so that it can be taken back. */
  filed: Shelf & { indexes: { import: IDBValidKey } };
  /** What was done by each import of files. */
  imports: Shelf;
  /** Rows of files that wait for the seller's word, by import and place. */
  staged: Shelf;
  /** The seller's notes on LIVEs. */
  notes: Shelf & { indexes: { room: IDBValidKey } };
  /** What each LIVE is found by, by room. */
  findable: Shelf;
  /** The light records again, packed as text; see listed.ts. */
  lists: Shelf;
  /** What was measured of recordings, by room. */
  measures: Shelf;
  /** Records that could not be read, with the reason. */
  broken: Shelf;
}

/** Every store of the seller's and of the network's; what couldn't be read lies beside them. */
export const storeNames = [
  'rooms',
  'details',
  'answers',
  'revisions',
  'settings',
  'ledger',
  'feeds',
  'slices',
  'pinned',
  'plans',
  'pictures',
  'filed',
  'imports',
  'staged',
  'notes',
  'findable',
  'lists',
  'measures',
] as const;
export type StoreName = (typeof storeNames)[number];

/** Stores that follow from others and are written anew where they are empty: no copy of an archive holds them. */
const rebuilt: ReadonlySet<string> = new Set<StoreName>(['lists']);

/** Whether copies of an archive hold what lies in a store of this name. */
export const isCopied = (store: string): boolean => !rebuilt.has(store);
