import type { Region } from '../../../metrics/feed/category-slice.ts';
import type { CategoryId } from '../../../metrics/ids.ts';
import type { UnixMs } from '../../../metrics/time.ts';
import type { DayOrder } from '../../../sources/exports/cells/instant.ts';
import type { TerminalText } from '../../text.ts';

/** A file that sessions are read from; `place` is its number among all of them. */
export interface SourceFile {
  readonly place: number;
  readonly path: string;
  readonly kind: 'json' | 'lines' | 'export';
  /** Whose LIVEs it holds when they don't say it: the folder it lies in. */
  readonly owner: string;
  readonly bytes: number;
  /** When it was last changed, which an export was made by. */
  readonly changed: UnixMs;
}

/** A stretch of a file of lines, or a whole file of another kind. */
export interface FileStretch {
  readonly file: SourceFile;
  readonly from: number;
  readonly to: number;
}

/** What one process reads at a time, and into which file of rows. */
export interface Task {
  readonly number: number;
  readonly stretches: readonly FileStretch[];
  readonly rows: string;
}

/** What is the same for every task. */
export interface Usual {
  readonly category?: CategoryId | undefined;
  readonly region?: Region | undefined;
  /** Which number of a date is the day, where a file doesn't tell it. */
  readonly dates?: DayOrder | undefined;
  /** Unix seconds. */
  readonly now: number;
  /** The number that rows have for the first of all files (0); by it rows of several builds are told apart. */
  readonly firstSource?: number;
}

/** Something that could not be read; the line counts within its stretch, from 1, and is 0 for a whole file. */
export interface LineProblem {
  readonly file: number;
  readonly line: number;
  readonly text: TerminalText;
}

/** What came of a task. */
export interface TaskResult {
  readonly sessions: number;
  readonly rows: number;
  readonly absurd: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** The first few, and how many there are. */
  readonly problems: readonly LineProblem[];
  readonly failed: number;
  /** Places of the files that hold LIVEs which TikTok's Open API gave and which have a row. */
  readonly openApi: readonly number[];
  /** Lines of each stretch, in the order of the task's stretches. */
  readonly lines: readonly number[];
}

/** Bytes that one task reads at most, so that a process holds few rows at a time. */
const TASK_BYTES = 16 * 1024 * 1024;

/** Cuts files into tasks: large files of lines into stretches, small files together. */
export function tasksOf(files: readonly SourceFile[], rowsOf: (task: number) => string): Task[] {
  const tasks: FileStretch[][] = [];
  let held: FileStretch[] = [];
  let size = 0;
  const close = (): void => {
    if (held.length > 0) tasks.push(held);
    held = [];
    size = 0;
  };
  for (const file of files) {
    const step = file.kind === 'lines' ? TASK_BYTES : Math.max(1, file.bytes);
    for (let from = 0; from < Math.max(1, file.bytes); from += step) {
      const to = Math.min(file.bytes, from + step);
      if (size + to - from > TASK_BYTES) close();
      held.push({ file, from, to });
      size += to - from;
    }
  }
  close();
  return tasks.map((stretches, number) => ({ number, stretches, rows: rowsOf(number) }));
}
