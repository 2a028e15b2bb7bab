import type { ReadExport } from '../../sources/exports/read-export.ts';
import type { ExportRow, SheetAbout } from '../../sources/exports/rows-to-lives.ts';

/** What is known of a file beside what stands in it. */
export type AboutFile = SheetAbout;

/** One LIVE of a file, or a row that is left out and why. Row 1 is the first of its sheet. */
export type ReadRow = ExportRow;

/** What a file holds, or why it could not be read and what the seller may be asked so that it can. */
export type FileAnswer = ReadExport;

/** A file that was read: its layout, its rows, and which of its columns (by their heads) mean what. */
export type FileRead = Extract<FileAnswer, { readonly ok: true }>;

/** What a file doesn't say of itself and the seller has to. */
export type FileQuestion = NonNullable<Extract<FileAnswer, { readonly ok: false }>['asks']>;

/** Reads files away from the panel's thread, one after another. */
export interface FileReader {
  /**
   * Never rejects; a reading that is ended by `stop` never answers. `hear` is told how much of the file is
   * read, as a share from 0 to 1.
   */
  readonly read: (
    file: File,
    about: AboutFile,
    hear: (share: number) => void,
  ) => Promise<FileAnswer>;
  /** Ends what is being read, at once. */
  readonly stop: () => void;
}

/** What the panel says to the reading thread. */
export interface ReadingOrder {
  readonly file: File;
  readonly about: AboutFile;
}

/**
 * What the reading thread says to the panel: how far it is, some of the rows, and at last the rest of the
 * answer. All rows at once would hold up the panel.
 */
export type ReadingReply =
  | { readonly share: number }
  | { readonly rows: readonly ReadRow[] }
  | { readonly answer: FileAnswer };
