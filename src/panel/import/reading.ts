import type { Region } from '../../metrics/feed/category-slice.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import type { UnixMs } from '../../metrics/time.ts';

/** In which order a file's dates have their day and month. */
export type DayOrder = 'day-first' | 'month-first';

/** What a file doesn't say of itself and the seller has to. */
export type FileQuestion = 'region' | 'day-order';

/** What is known of a file beside what stands in it. */
export interface AboutFile {
  readonly owner: string;
  readonly at: UnixMs;
  readonly region?: Region | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

/** One LIVE of a file, or a row that is left out and why. Row 1 is the first of its sheet. */
export type ReadRow =
  | {
      readonly sheet?: string | undefined;
      readonly row: number;
      readonly session: Session;
      readonly nameless: boolean;
    }
  | { readonly sheet?: string | undefined; readonly row: number; readonly problem: Text };

/** A file that was read: its layout, its rows, and which of its columns (by their heads) mean what. */
export interface FileRead {
  readonly ok: true;
  readonly layout: string;
  readonly rows: readonly ReadRow[];
  readonly read?: readonly string[] | undefined;
  /** Heads whose meaning the rows didn't tell. */
  readonly undecided: readonly string[];
  /** Heads that nobody knows. */
  readonly unread?: readonly string[] | undefined;
  readonly hiddenSheets?: readonly string[] | undefined;
}

/** A file that could not be read, and what the seller may be asked so that it can. */
interface FileUnread {
  readonly ok: false;
  readonly problem: Text;
  readonly asks?: FileQuestion | undefined;
}

export type FileAnswer = FileRead | FileUnread;

/** Reads files away from the panel's thread, one after another. */
export interface FileReader {
  /** Never rejects; a reading that is ended by `stop` never answers. */
  readonly read: (file: File, about: AboutFile) => Promise<FileAnswer>;
  /** Ends what is being read, at once. */
  readonly stop: () => void;
}

/** What the panel says to the reading thread, and what it is answered. */
export interface ReadingOrder {
  readonly file: File;
  readonly about: AboutFile;
}
