import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Fault, Result } from '../../metrics/fault.ts';
import type { Region } from '../../metrics/feed/category-slice.ts';
import type { RoomId } from '../../metrics/ids.ts';
import {
  type ImportedLive,
  type ImportId,
  ImportIdSchema,
  type ImportRecord,
  MOST_STAGED,
} from '../../metrics/imports.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { unixMs } from '../../metrics/time.ts';
import { type CreatorInFiles, creatorsIn } from '../import/creators.ts';
import type { ChosenFile } from '../import/dropped.ts';
import {
  type AnsweredFile,
  latestLive,
  livesToStage,
  namedApart,
  type PreviewFile,
  type PreviewLive,
  previewFiles,
  previewLives,
} from '../import/preview.ts';
import type { DayOrder, FileAnswer, FileQuestion, FileReader } from '../import/reading.ts';
import type { Ports } from './ports.ts';

/** Part of the key of a LIVE whose file names neither its room nor a creator: all are the one shop's. */
const OWNER = 'shop';

/** What the seller says of files that don't say it themselves. */
interface SaidOfFiles {
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
    }
  | { readonly step: 'asking'; readonly questions: readonly OpenQuestion[] }
  | { readonly step: 'creators'; readonly creators: readonly CreatorInFiles[] }
  | { readonly step: 'comparing'; readonly done: number; readonly of: number }
  | {
      readonly step: 'preview' | 'adding';
      readonly files: readonly PreviewFile[];
      readonly lives: readonly PreviewLive[];
    }
  | { readonly step: 'done'; readonly record: ImportRecord; readonly latest?: RoomId | undefined };

/** Why the last thing failed, and how to do it again. */
interface ImportTrouble {
  readonly fault: Fault;
  readonly again: () => void;
}

/** The import of export files into the seller's own archive, step by step. */
export interface ImportStore {
  readonly view: ReadonlySignal<ImportView>;
  /** The last imports, newest first; undefined until they were read. */
  readonly earlier: ReadonlySignal<readonly ImportRecord[] | undefined>;
  readonly trouble: ReadonlySignal<ImportTrouble | undefined>;
  /** The import that is being undone. */
  readonly undoing: ReadonlySignal<ImportId | undefined>;
  /** Reads files, and those that were chosen before and are not added yet with them. */
  readonly take: (chosen: readonly ChosenFile[]) => Promise<void>;
  /** Answers what files asked, and reads them again. */
  readonly say: (said: SaidOfFiles) => Promise<void>;
  /** Names the creators, by their keys, that are the seller's own. */
  readonly pick: (mine: ReadonlySet<string>) => Promise<void>;
  /** Adds what the preview shows; the seller's agreement. */
  readonly add: () => Promise<void>;
  readonly undo: (id: ImportId) => Promise<void>;
  readonly readEarlier: () => Promise<void>;
  /** Ends whatever goes on, forgets the files and begins anew. Nothing of them stays behind. */
  readonly reset: () => void;
}

/** `known` answers the LIVEs that the archive has, from which the seller's own creators are known. */
export function createImportStore(from: {
  readonly ports: Pick<Ports, 'ask' | 'now'>;
  readonly reader: FileReader;
  readonly known: () => readonly RoomRecord[];
}): ImportStore {
  const { ports, reader } = from;
  const view = signal<ImportView>({ step: 'choose' });
  const earlier = signal<readonly ImportRecord[] | undefined>(undefined);
  const trouble = signal<ImportTrouble | undefined>(undefined);
  const undoing = signal<ImportId | undefined>(undefined);
  let chosen: readonly ChosenFile[] = [];
  let answered: readonly AnsweredFile[] = [];
  let said: SaidOfFiles = {};
  let mine: ReadonlySet<string> | undefined;
  let staged: { readonly id: ImportId; readonly lives: readonly ImportedLive[] } | undefined;
  /** Moves on with every new beginning: what is still on its way from before is dropped. */
  let turn = 0;

  const begin = (): number => {
    turn += 1;
    reader.stop();
    trouble.value = undefined;
    const isAdding = view.value.step === 'adding';
    if (staged !== undefined && !isAdding) void ports.ask('import.discard', { import: staged.id });
    staged = undefined;
    return turn;
  };

  const reset = (): void => {
    begin();
    chosen = [];
    answered = [];
    said = {};
    mine = undefined;
    view.value = { step: 'choose' };
  };

  const failed = (fault: Fault, again: () => void): void => {
    trouble.value = { fault, again };
  };

  const read = async (one: ChosenFile): Promise<FileAnswer> => {
    if ('folder' in one) return { ok: false, problem: { key: 'import_folder' } };
    const at = unixMs(Math.min(one.file.lastModified, ports.now()));
    return reader.read(one.file, { owner: OWNER, at, ...said });
  };

  /** Reads all files, but for those that were read before and asked nothing. */
  const readAll = async (): Promise<void> => {
    const here = begin();
    const names = namedApart(chosen.map(({ name }) => name));
    const before = answered;
    const found: AnsweredFile[] = [];
    for (const [place, one] of chosen.entries()) {
      const name = names[place] ?? one.name;
      const known = before.find((file) => file.name === name);
      if (known !== undefined && questionOf(known.answer) === undefined) {
        found.push(known);
        continue;
      }
      view.value = { step: 'reading', file: name, place: place + 1, of: chosen.length };
      const answer = await read(one);
      if (here !== turn) return;
      found.push({ name, answer });
    }
    answered = found;
    await goOn(here);
  };

  const goOn = async (here: number): Promise<void> => {
    const questions = openQuestions(answered, said);
    if (questions.length > 0) {
      view.value = { step: 'asking', questions };
      return;
    }
    const creators = creatorsIn(sessionsOf(answered), from.known());
    if (creators.length > 1 && mine === undefined) {
      view.value = { step: 'creators', creators };
      return;
    }
    await compare(here);
  };

  /** Lays the LIVEs aside and asks what would become of each. */
  const compare = async (here: number): Promise<void> => {
    trouble.value = undefined;
    const id = v.parse(ImportIdSchema, crypto.randomUUID());
    const lives = livesToStage(answered, mine);
    staged = { id, lives };
    const again = (): void => void compare(here);
    for (let done = 0; done < lives.length; done += MOST_STAGED) {
      view.value = { step: 'comparing', done, of: lives.length };
      const part = lives.slice(done, done + MOST_STAGED);
      const reply = await ports.ask('import.stage', { import: id, lives: part });
      if (here !== turn) return;
      if (!reply.ok) return failed(reply.fault, again);
    }
    view.value = { step: 'comparing', done: lives.length, of: lives.length };
    const preview =
      lives.length === 0 ? undefined : await ports.ask('import.preview', { import: id });
    if (here !== turn) return;
    if (preview?.ok === false) return failed(preview.fault, again);
    const previews = previewLives(lives, preview?.value.lives ?? []);
    view.value = { step: 'preview', files: previewFiles(answered, previews), lives: previews };
  };

  const readEarlier = async (): Promise<void> => {
    const reply = await ports.ask('import.list', {});
    if (reply.ok) earlier.value = reply.value.imports;
    else failed(reply.fault, () => void readEarlier());
  };

  const add = async (): Promise<void> => {
    const shown = view.value;
    const { id } = staged ?? {};
    if (shown.step !== 'preview' || id === undefined) return;
    const here = turn;
    trouble.value = undefined;
    view.value = { ...shown, step: 'adding' };
    const reply = await ports.ask('import.commit', {
      import: id,
      files: filesWithLives(shown.lives),
    });
    if (here !== turn) return;
    if (!reply.ok) {
      view.value = shown;
      return failed(reply.fault, () => void add());
    }
    staged = undefined;
    chosen = [];
    answered = [];
    view.value = { step: 'done', record: reply.value.import, latest: latestLive(shown.lives) };
  };

  const undo = async (id: ImportId): Promise<void> => {
    if (undoing.value !== undefined) return;
    undoing.value = id;
    trouble.value = undefined;
    const reply: Result<{ readonly import: ImportRecord }> = await ports.ask('import.undo', {
      import: id,
    });
    undoing.value = undefined;
    if (!reply.ok) return failed(reply.fault, () => void undo(id));
    const record = reply.value.import;
    earlier.value = earlier.value?.map((one) => (one.id === id ? record : one));
    const shown = view.value;
    if (shown.step === 'done' && shown.record.id === id) view.value = { step: 'done', record };
  };

  return {
    view,
    earlier,
    trouble,
    undoing,
    take: async (more) => {
      // What is being added is added first; the seller drops the files again.
      if (more.length === 0 || view.value.step === 'adding') return;
      chosen = [...chosen, ...more];
      mine = undefined;
      await readAll();
    },
    say: async (answers) => {
      said = { ...said, ...answers };
      await readAll();
    },
    pick: async (keys) => {
      mine = keys;
      await compare(begin());
    },
    add,
    undo,
    readEarlier,
    reset,
  };
}

/** What a file asks; a file that only says that its region is unknown asks for that. */
function questionOf(answer: FileAnswer): FileQuestion | undefined {
  if (answer.ok) return undefined;
  return answer.asks ?? (answer.problem.key === 'export_no_region' ? 'region' : undefined);
}

/** What files ask and nobody has answered yet; a question that was answered in vain is not asked again. */
function openQuestions(files: readonly AnsweredFile[], said: SaidOfFiles): readonly OpenQuestion[] {
  const isOpen = { region: said.region === undefined, 'day-order': said.dayOrder === undefined };
  return (['region', 'day-order'] as const).flatMap((ask) => {
    const names = files.flatMap(({ name, answer }) => (questionOf(answer) === ask ? [name] : []));
    return names.length > 0 && isOpen[ask] ? [{ ask, files: names }] : [];
  });
}

const sessionsOf = (files: readonly AnsweredFile[]) =>
  files.flatMap(({ answer }) =>
    answer.ok ? answer.rows.flatMap((row) => ('session' in row ? [row.session] : [])) : [],
  );

function filesWithLives(lives: readonly PreviewLive[]): { name: string; lives: number }[] {
  const counts = new Map<string, number>();
  for (const { file } of lives) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, lives: count }));
}
