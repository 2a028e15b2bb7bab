import type { Dialect } from './dialect.ts';

/** What a statement is given by name (`$name`), and what a column of a row holds. */
export type SqlValue = string | number | boolean | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Parquet files of rows: a folder that this build wrote, or a place as the engine names it. */
export type RowFiles = { readonly folder: string } | { readonly place: string };

/** A database that runs the statements of `sql/`. Each is opened for one build and holds nothing before. */
export interface FeedEngine {
  readonly dialect: Dialect;
  /** Makes `rows` of files of rows. */
  readonly take: (rows: RowFiles) => Promise<void>;
  readonly run: (sql: string, values?: SqlRow) => Promise<void>;
  readonly read: (sql: string, values?: SqlRow) => Promise<readonly unknown[]>;
  /** Adds rows to a table; each row names all of its columns. */
  readonly insert: (table: string, rows: readonly SqlRow[]) => Promise<void>;
  /** Ends it, with all that it holds. */
  readonly close: () => Promise<void>;
}
