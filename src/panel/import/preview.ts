import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive, ImportPreview } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { creatorKey } from './creators.ts';
import type { FileAnswer, FileRead, ReadRow } from './reading.ts';

/** A file with what was read of it. */
export interface AnsweredFile {
  readonly name: string;
  readonly answer: FileAnswer;
}

/** A LIVE of the files, and what would become of it. */
export interface PreviewLive {
  readonly session: Session;
  readonly file: string;
  /** The LIVE under which it would be stored. */
  readonly room: RoomId;
  readonly state: ImportPreview['state'];
}

/** What is said of a file before anything is added: how its LIVEs stand, and what of it is left out. */
export type PreviewFile =
  | { readonly name: string; readonly problem: Text }
  | {
      readonly name: string;
      readonly read: FileRead;
      readonly states: Readonly<Record<ImportPreview['state'], number>>;
      readonly leftOut: readonly LeftOutRow[];
      /** LIVEs of creators that the seller didn't call their own. */
      readonly others: number;
    };

export type LeftOutRow = Extract<ReadRow, { readonly problem: Text }>;

const isLeftOut = (row: ReadRow): row is LeftOutRow => 'problem' in row;

/** The LIVEs that are to be laid aside: those of the creators in `mine`, or of all where nobody was asked. */
export function livesToStage(
  files: readonly AnsweredFile[],
  mine: ReadonlySet<string> | undefined,
): readonly ImportedLive[] {
  return files.flatMap(({ name, answer }) =>
    answer.ok
      ? answer.rows.flatMap((row): readonly ImportedLive[] => {
          if (isLeftOut(row) || !isMine(row.session, mine)) return [];
          const { sheet, session, nameless } = row;
          return [
            {
              file: name,
              ...(sheet === undefined ? {} : { sheet }),
              row: row.row,
              session,
              nameless,
            },
          ];
        })
      : [],
  );
}

/** A LIVE whose file names no creator is the seller's, as far as anybody knows. */
function isMine({ room }: Session, mine: ReadonlySet<string> | undefined): boolean {
  const key = creatorKey(room);
  return mine === undefined || key === undefined || mine.has(key);
}

/** Staged LIVEs with what would become of them, which is told in the same order. */
export function previewLives(
  staged: readonly ImportedLive[],
  previews: readonly ImportPreview[],
): readonly PreviewLive[] {
  return staged.flatMap(({ session, file }, place) => {
    const preview = previews[place];
    return preview === undefined
      ? []
      : [{ session, file, room: preview.room, state: preview.state }];
  });
}

/** What is said of each file. */
export function previewFiles(
  files: readonly AnsweredFile[],
  lives: readonly PreviewLive[],
): readonly PreviewFile[] {
  return files.map(({ name, answer }) => {
    if (!answer.ok) return { name, problem: answer.problem };
    const states = { new: 0, updated: 0, same: 0, twice: 0 };
    for (const { file, state } of lives) if (file === name) states[state] += 1;
    const leftOut = answer.rows.filter(isLeftOut);
    const staged = Object.values(states).reduce((sum, count) => sum + count, 0);
    return {
      name,
      read: answer,
      states,
      leftOut,
      others: answer.rows.length - leftOut.length - staged,
    };
  });
}

/** The LIVEs that adding would change, each once. */
export function changedRooms(lives: readonly PreviewLive[]): ReadonlySet<RoomId> {
  return new Set(
    lives.flatMap(({ room, state }) => (state === 'new' || state === 'updated' ? [room] : [])),
  );
}

/** The LIVE that started last; undefined where there is none. */
export function latestLive(lives: readonly PreviewLive[]): RoomId | undefined {
  const started = ({ session }: PreviewLive): number => session.room.startedAt ?? 0;
  return lives.toSorted((one, other) => started(other) - started(one))[0]?.room;
}

/** Names that tell the files apart, where several are called the same. */
export function namedApart(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return place === 1 ? name : `${name} (${place})`;
  });
}
