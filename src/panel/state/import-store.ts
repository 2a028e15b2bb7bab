import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import type { Fault, Result } from '../../metrics/fault.ts';
import {
  type ImportedLive,
  type ImportId,
  ImportIdSchema,
  type ImportRecord,
  MOST_STAGED,
} from '../../metrics/imports.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { unixMs } from '../../metrics/time.ts';
import { accountsIn, type FileAccount } from '../import/accounts.ts';
import { creatorsIn } from '../import/creators.ts';
import type { ChosenFile } from '../import/dropped.ts';
import { partsToSend } from '../import/parts-to-send.ts';
import {
  type AnsweredFile,
  latestLive,
  livesToStage,
  namedApart,
  previewFiles,
  previewLives,
  type SaidOfOwners,
  unownedFiles,
} from '../import/preview.ts';
import type { FileAnswer, FileReader } from '../import/reading.ts';
import { simulatedApart } from '../import/simulated-apart.ts';
import {
  filesWithLives,
  type ImportView,
  openQuestions,
  questionOf,
  type SaidOfFiles,
  sessionsOf,
} from './import-view.ts';
import type { Ports } from './ports.ts';

/** Part of the key of a LIVE whose file names neither its room nor a creator: all are the one shop's. */
const OWNER = 'shop';

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
  /** Names the account of LIVEs whose files don't name it. */
  readonly own: (account: FileAccount) => Promise<void>;
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
  readonly known: () => readonly ListedRoom[];
}): ImportStore {
  const { ports, reader } = from;
  const view = signal<ImportView>({ step: 'choose' });
  const earlier = signal<readonly ImportRecord[] | undefined>(undefined);
  const trouble = signal<ImportTrouble | undefined>(undefined);
  const undoing = signal<ImportId | undefined>(undefined);
  let chosen: readonly ChosenFile[] = [];
  let answered: readonly AnsweredFile[] = [];
  let said: SaidOfFiles = {};
  let owners: SaidOfOwners = {};
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
    owners = {};
    view.value = { step: 'choose' };
  };

  const failed = (fault: Fault, again: () => void): void => {
    trouble.value = { fault, again };
  };

  const read = async (one: ChosenFile, hear: (share: number) => void): Promise<FileAnswer> => {
    if ('folder' in one) return { ok: false, problem: { key: 'import_folder' } };
    const at = unixMs(Math.min(one.file.lastModified, ports.now()));
    const answer = await reader.read(one.file, { owner: OWNER, at, ...said }, hear);
    return simulatedApart(answer, from.known());
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
      const shown = { step: 'reading', file: name, place: place + 1, of: chosen.length } as const;
      view.value = { ...shown, share: 0 };
      const answer = await read(one, (share) => {
        if (here === turn) view.value = { ...shown, share };
      });
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
    if (creators.length > 1 && owners.mine === undefined) {
      view.value = { step: 'creators', creators };
      return;
    }
    const files = unownedFiles(answered);
    if (files.length > 0 && owners.account === undefined) {
      const accounts = accountsIn([
        ...from.known().map(({ room }) => room),
        ...livesToStage(answered, owners).map(({ session }) => session.room),
      ]);
      const [only] = accounts;
      if (only === undefined || accounts.length > 1) {
        view.value = { step: 'account', accounts, files };
        return;
      }
      owners = { ...owners, account: only };
    }
    await compare(here);
  };

  /** Lays the LIVEs aside and asks what would become of each. */
  const compare = async (here: number): Promise<void> => {
    trouble.value = undefined;
    const id = v.parse(ImportIdSchema, crypto.randomUUID());
    const lives = livesToStage(answered, owners);
    staged = { id, lives };
    const again = (): void => void compare(here);
    let done = 0;
    for (const part of partsToSend(lives, ({ session }) => session, MOST_STAGED)) {
      view.value = { step: 'comparing', done, of: lives.length };
      const reply = await ports.ask('import.stage', { import: id, lives: part });
      if (here !== turn) return;
      if (!reply.ok) return failed(reply.fault, again);
      done += part.length;
    }
    view.value = { step: 'comparing', done: lives.length, of: lives.length };
    const preview =
      lives.length === 0 ? undefined : await ports.ask('import.preview', { import: id });
    if (here !== turn) return;
    if (preview?.ok === false) return failed(preview.fault, again);
    const previews = previewLives(lives, preview?.value.lives ?? []);
    view.value = {
      step: 'preview',
      files: previewFiles(answered, previews, owners.account),
      lives: previews,
    };
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
      owners = {};
      await readAll();
    },
    say: async (answers) => {
      said = { ...said, ...answers };
      await readAll();
    },
    pick: async (keys) => {
      owners = { ...owners, mine: keys };
      await goOn(begin());
    },
    own: async (account) => {
      owners = { ...owners, account };
      await goOn(begin());
    },
    add,
    undo,
    readEarlier,
    reset,
  };
}
