import type { Result } from '../../metrics/fault.ts';
import type {
  ImportedFiles,
  ImportedLive,
  ImportId,
  ImportPreview,
  ImportRecord,
} from '../../metrics/imports.ts';
import type { UnixMs } from '../../metrics/time.ts';

/**
 * LIVEs of export files. What they say is kept apart from what was answered (`filed`), one record for
 * each LIVE of an import, and a LIVE is put together from both: so an import can be taken back, whatever
 * came since.
 */
export interface Imports {
  /** Lays rows aside; nothing of the LIVEs changes. Answers how many rows lie aside of the import. */
  stageImport(id: ImportId, lives: readonly ImportedLive[], at: UnixMs): Promise<number>;
  /** What would become of each row that lies aside. */
  previewImport(id: ImportId): Promise<readonly ImportPreview[]>;
  /**
   * Adds what lies aside, all of it or nothing; an import that was added already is answered as it is.
   * Fault `import-gone` where nothing lies aside.
   */
  commitImport(id: ImportId, files: ImportedFiles, at: UnixMs): Promise<Result<ImportRecord>>;
  discardImport(id: ImportId): Promise<void>;
  /**
   * Takes an import back: what it said goes, and a LIVE that nothing else tells of goes whole, unless
   * something on the board or a plan names it. Taken back twice it stays as it is. Fault `import-gone`
   * where there is no such import.
   */
  undoImport(id: ImportId, at: UnixMs): Promise<Result<ImportRecord>>;
  /** The last ten imports, newest first. */
  imports(): Promise<readonly ImportRecord[]>;
  /** Drops rows that have waited for the seller's word for more than a day. */
  sweepImports(at: UnixMs): Promise<void>;
}
