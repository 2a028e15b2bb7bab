import type { Region } from '../../metrics/feed/category-slice.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ImportRecord } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { DayOrder } from '../../sources/exports/cells/instant.ts';
import type { FileAccount } from '../import/accounts.ts';
import type { CreatorInFiles } from '../import/creators.ts';
import type { AnsweredFile, PreviewFile, PreviewLive } from '../import/preview.ts';
import type { FileAnswer, FileQuestion } from '../import/reading.ts';

/** What the seller says of files that don't say it themselves. */
export interface SaidOfFiles {
  readonly region?: Region | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

/** A question, and the files that it is asked for. */
export interface OpenQuestion {
  readonly ask: FileQuestion;
  readonly files: readonly string[];
}

/** Where the import stands. Until `adding` nothing of the archive's LIVEs is changed. */
export type ImportView =
  | { readonly step: 'choose' }
  | {
      readonly step: 'reading';
      readonly file: string;
      readonly place: number;
      readonly of: number;
      /** How much of the file is read, from 0 to 1. */
      readonly share: number;
    }
  | { readonly step: 'asking'; readonly questions: readonly OpenQuestion[] }
  | { readonly step: 'creators'; readonly creators: readonly CreatorInFiles[] }
  | {
      readonly step: 'account';
      readonly accounts: readonly FileAccount[];
      readonly files: readonly string[];
    }
  | { readonly step: 'comparing'; readonly done: number; readonly of: number }
  | {
      readonly step: 'preview' | 'adding';
      readonly files: readonly PreviewFile[];
      readonly lives: readonly PreviewLive[];
    }
  | { readonly step: 'done'; readonly record: ImportRecord; readonly latest?: RoomId | undefined };

/** What a file asks. */
export const questionOf = (answer: FileAnswer): FileQuestion | undefined =>
  answer.ok ? undefined : answer.asks;

/** What files ask and nobody has answered yet; a question that was answered in vain is not asked again. */
export function openQuestions(
  files: readonly AnsweredFile[],
  said: SaidOfFiles,
): readonly OpenQuestion[] {
  const isOpen = { region: said.region === undefined, 'day-order': said.dayOrder === undefined };
  return (['region', 'day-order'] as const).flatMap((ask) => {
    const names = files.flatMap(({ name, answer }) => (questionOf(answer) === ask ? [name] : []));
    return names.length > 0 && isOpen[ask] ? [{ ask, files: names }] : [];
  });
}

/** The LIVEs of all files that were read. */
export const sessionsOf = (files: readonly AnsweredFile[]): readonly Session[] =>
  files.flatMap(({ answer }) =>
    answer.ok ? answer.rows.flatMap((row) => ('session' in row ? [row.session] : [])) : [],
  );

/** The files with LIVEs among these, and how many each has. */
export function filesWithLives(lives: readonly PreviewLive[]): { name: string; lives: number }[] {
  const counts = new Map<string, number>();
  for (const { file } of lives) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, lives: count }));
}
