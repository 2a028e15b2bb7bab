import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive, ImportPreview } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { type FileAccount, ofAccount } from './accounts.ts';
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
      /** Whose its LIVEs are taken for, as it doesn't say so itself. */
      readonly account?: string | undefined;
    };

export type LeftOutRow = Extract<ReadRow, { readonly problem: Text }>;

const isLeftOut = (row: ReadRow): row is LeftOutRow => 'problem' in row;

/** What the seller said of whose the LIVEs are. */
export interface SaidOfOwners {
  /** The creators, by their keys, that are the seller's own; undefined where nobody was asked. */
  readonly mine?: ReadonlySet<string> | undefined;
  /** The account of LIVEs whose file names no creator. */
  readonly account?: FileAccount | undefined;
}

/** The LIVEs that are to be laid aside: the seller's own. */
export function livesToStage(
  files: readonly AnsweredFile[],
  { mine, account }: SaidOfOwners,
): readonly ImportedLive[] {
  return files.flatMap(({ name, answer }) =>
    answer.ok
      ? answer.rows.flatMap((row): readonly ImportedLive[] => {
          if (isLeftOut(row) || !isMine(row.session, mine)) return [];
          const { sheet, nameless } = row;
          const session =
            isOwned(row.session) || account === undefined
              ? row.session
              : ofAccount(row.session, account);
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

/** Whether a file says whose a LIVE is. */
const isOwned = ({ room }: Session): boolean => creatorKey(room) !== undefined;

/** The files with LIVEs of which they don't say whose they are. */
export function unownedFiles(files: readonly AnsweredFile[]): readonly string[] {
  return files.flatMap(({ name, answer }) =>
    answer.ok && answer.rows.some((row) => !isLeftOut(row) && !isOwned(row.session)) ? [name] : [],
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
  account: FileAccount | undefined,
): readonly PreviewFile[] {
  const unowned = unownedFiles(files);
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
      ...(unowned.includes(name) && account !== undefined ? { account: account.name } : {}),
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
